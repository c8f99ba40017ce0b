package cli

import (
	"fmt"
	"runtime/debug"
)

// printVersion prints the version that the program was built from.
func (a *app) printVersion() error {
	_, err := fmt.Fprintln(a.out, "onrecord "+version(debug.ReadBuildInfo()))
	return err
}

// version returns the version of the module and the commit, as far as the build knows them.
func version(info *debug.BuildInfo, ok bool) string {
	if !ok {
		return "of an unknown version"
	}
	var commit, changed string
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			commit = setting.Value[:min(len(setting.Value), 12)]
		case "vcs.modified":
			if setting.Value == "true" {
				changed = ", changed"
			}
		}
	}
	name := info.Main.Version
	if name == "" || name == "(devel)" {
		name = "built from source"
	}
	if commit != "" {
		name += " (" + commit + changed + ")"
	}
	return name
}
