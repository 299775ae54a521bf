namespace HackLab.Jupyter.Handlers;

/// <summary>Which method handles which message.</summary>
internal static class HandlerTable
{
    /// <summary>For shell. Clients of older protocols send here what belongs on control, so that is there too.</summary>
    public static Dictionary<string, Action<Request>> ForShell(
        ExecuteHandler cells, CodeHandlers code, HistoryHandler history, LifetimeHandlers lifetime) => new()
    {
        ["kernel_info_request"] = KernelInfoHandler.Answer,
        ["execute_request"] = cells.Execute,
        ["complete_request"] = code.Complete,
        ["inspect_request"] = code.Inspect,
        ["is_complete_request"] = code.IsComplete,
        ["history_request"] = history.Answer,
        ["comm_info_request"] = CommHandlers.Info,
        ["comm_open"] = CommHandlers.Open,
        ["comm_msg"] = CommHandlers.Ignore,
        ["comm_close"] = CommHandlers.Ignore,
        ["interrupt_request"] = lifetime.Interrupt,
        ["shutdown_request"] = lifetime.Shutdown,
    };

    /// <summary>What may run beside a cell. Anything else has to wait for its turn on shell.</summary>
    public static Dictionary<string, Action<Request>> ForControl(LifetimeHandlers lifetime) => new()
    {
        ["kernel_info_request"] = KernelInfoHandler.Answer,
        ["interrupt_request"] = lifetime.Interrupt,
        ["shutdown_request"] = lifetime.Shutdown,
    };
}
