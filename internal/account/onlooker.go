package account

// Onlooker is a walker that passes by everything. Those who look for something
// stand on it.
type Onlooker struct{}

// Whole is true: nothing is kept from it.
func (Onlooker) Whole() bool { return true }

// Text passes by.
func (Onlooker) Text(Key, *string, TextKind) {}

// Choice passes by.
func (Onlooker) Choice(Key, *string, []string) {}

// Stage passes by.
func (Onlooker) Stage(Key, *Stage) {}

// Number passes by.
func (Onlooker) Number(Key, *int, int, int) {}

// Serial passes by.
func (Onlooker) Serial(Key, *uint16) {}

// Count passes by.
func (Onlooker) Count(Key, **int, int, int) {}

// Target passes by.
func (Onlooker) Target(Key, *Target) {}

// Flag passes by.
func (Onlooker) Flag(Key, *bool) {}

// Replies passes by.
func (Onlooker) Replies(Key, ...NamedReply) {}

// Anonymous passes by.
func (Onlooker) Anonymous(Key, *NPS) {}

// KWI passes by.
func (Onlooker) KWI(Key, *KWICode) {}

// AboutKWI passes by.
func (Onlooker) AboutKWI(Key, *KWICode) {}

// Question passes by.
func (Onlooker) Question(Key, *QuestionCode) {}

// AboutQuestion passes by.
func (Onlooker) AboutQuestion(Key, *QuestionCode) {}

// Asked passes by.
func (Onlooker) Asked(Key, *[]QuestionCode) {}

// Sheet passes by.
func (Onlooker) Sheet(Key, *Sheet) {}

// Object passes by.
func (Onlooker) Object(Key, Walked) {}

// List passes by.
func (Onlooker) List(Key, List) {}

// People passes by.
func (Onlooker) People(Key, TextKind, PeopleMap) {}

// Years passes by.
func (Onlooker) Years(Key, *map[int]YearNumbers) {}

// Figures passes by.
func (Onlooker) Figures(Key, **Figures) {}
