package cli

// What the tests outside of the package look at.
var (
	QueryLine = queryLine
	Distance  = distance
	ShellWord = shellWord
	Version   = version
)
