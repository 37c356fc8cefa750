package guide

// PlanBlock is what helps to fill a block of the A3 account plan.
type PlanBlock struct {
	Question string   // to ask oneself
	Example  []string // what could stand there, line by line; none where the block is not typed
}

// PlanBlocks names the blocks of the plan in the order of their numbers, and
// the figures last.
func PlanBlocks() []string {
	return []string{"vision", "mission", "factors", "kwis", "kwiactions", "kpis", "kpiactions", "preconditions", "figures"}
}

// PlanBlock is the guidance for a block of the plan.
func (g *Guide) PlanBlock(name string) PlanBlock {
	return PlanBlock{Question: g.one("plan." + name + ".question"), Example: g.list("plan." + name + ".example")}
}
