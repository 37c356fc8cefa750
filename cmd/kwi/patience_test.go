package main

import "time"

// patience is how long the program may take for anything, on every system.
const patience = time.Minute
