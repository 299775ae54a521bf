using System.Text.Json;
using HackLab.Jupyter.Messages;
using HackLab.Kernel;

namespace HackLab.Jupyter.Handlers;

/// <summary>Runs cells, one after the other, on the shell's thread.</summary>
/// <param name="engine">Runs them.</param>
/// <param name="history">Remembers them.</param>
/// <param name="stdin">Asks for their input.</param>
/// <param name="newestWaiting">The number of the newest request that has arrived: what waits when a cell fails is aborted.</param>
internal sealed class ExecuteHandler(EngineHost engine, History history, StdinChannel stdin, Func<long> newestWaiting)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private long _abortedUpTo;
    private int _count;

    /// <summary>Handles an execute_request.</summary>
    public void Execute(Request request)
    {
        if (request.Number <= _abortedUpTo)
        {
            Abort(request);
            return;
        }

        ExecuteRequest cell = ExecuteRequest.Parse(request.Message);
        DateTime started = DateTime.UtcNow;
        if (cell.StoreHistory) _count++;
        int number = _count;
        if (!cell.Silent) AnnounceInput(request, cell, number);
        var interrupted = new CancellationTokenSource();   // not disposed: background work of the cell may still hold its token
        lock (_gate) _running = interrupted;
        var output = new CellOutput(request, cell, number, stdin, interrupted.Token);
        CellResult result;
        var expressions = new List<(string Name, ExpressionOutput Value)>();
        try
        {
            result = Run(new CellRequest(cell.Code, cell.Language, cell.Silent), output, interrupted.Token);
            if (result.Error is null)
            {
                foreach ((string name, string code) in cell.UserExpressions) expressions.Add((name, Evaluate(code, interrupted.Token)));
            }
        }
        finally
        {
            lock (_gate) _running = null;
            output.End();
        }

        if (cell.StoreHistory) history.Add(new HistoryEntry(number, cell.Code, output.ResultText));
        if (result.Error is not null && cell.StopOnError) _abortedUpTo = newestWaiting();
        request.Reply(json => WriteReply(json, result, number, expressions), Metadata(started, result));
    }

    /// <summary>Stops the running cell, from any thread; does nothing if none runs.</summary>
    public void Interrupt()
    {
        lock (_gate) _running?.Cancel();
        engine.Interrupt();
    }

    private static void Abort(Request request) => request.Reply(json => json.WriteString("status", "aborted"));

    private static void AnnounceInput(Request request, ExecuteRequest cell, int number) => request.Publish("execute_input", json =>
    {
        json.WriteString("code", cell.Code);
        json.WriteNumber("execution_count", number);
    });

    private CellResult Run(CellRequest cell, ICellOutput output, CancellationToken interrupted)
    {
        try
        {
            IKernel kernel = engine.Get(interrupted);
            interrupted.ThrowIfCancellationRequested();
            Task<CellResult> run = kernel.ExecuteAsync(cell, output);
            if (interrupted.IsCancellationRequested) kernel.Interrupt();   // it came between the question and the start
            return run.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return Failed(output, new CellError("Interrupted", "The cell was interrupted before it ran.", ["Interrupted before it ran."]));
        }
        catch (Exception fault)   // the engine itself, not the cell: say so rather than leave the cell running for ever
        {
            return Failed(output, new CellError(fault.GetType().Name, fault.Message, fault.ToString().Split('\n')));
        }
    }

    private static CellResult Failed(ICellOutput output, CellError error)
    {
        output.Error(error);
        return new CellResult(CellStatus.Error, TimeSpan.Zero, error);
    }

    private ExpressionOutput Evaluate(string code, CancellationToken interrupted)
    {
        var output = new ExpressionOutput();
        CellResult result = Run(new CellRequest(code), output, interrupted);
        output.Failure ??= result.Error;
        return output;
    }

    private static byte[] Metadata(DateTime started, CellResult result) => JsonContent.Object(json =>
    {
        json.WriteString("started", started);   // JupyterLab shows from it how long a cell took
        json.WriteString("status", result.Error is null ? "ok" : "error");
    });

    private static void WriteReply(
        Utf8JsonWriter json, CellResult result, int number, List<(string Name, ExpressionOutput Value)> expressions)
    {
        json.WriteString("status", result.Error is null ? "ok" : "error");
        json.WriteNumber("execution_count", number);
        if (result.Error is { } error) JsonContent.WriteError(json, error);
        json.WriteStartObject("user_expressions");
        foreach ((string name, ExpressionOutput value) in expressions)
        {
            json.WriteStartObject(name);
            value.Write(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("payload");
        json.WriteEndArray();
    }
}
