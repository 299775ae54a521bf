using ApiSurface;

// Without a mode this is the test run. "update LIST" writes torchsharp-signatures.txt from the whole list; "missing LIST" reports
// which lines of a list ours does not have yet.
return args switch
{
    ["update", string list] => ListTools.Update(list),
    ["missing", string list] => ListTools.Missing(list),
    ["faults"] => ListTools.Faults(),
    _ => await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
};
