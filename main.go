// onrecord explores quotes and positions in the terminal: who said what, when, on whose behalf, and where they stand.
package main

import (
	"os"

	"onrecord/ui/cli"
)

func main() { os.Exit(cli.Main()) }
