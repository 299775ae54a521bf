using System.Runtime.ExceptionServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// Parses the blocks of a text on all cores. Threads take turns in reading a block, and parse it while others read; so a packed
/// file is unpacked on one while others parse. Results come in the order of the file, and so does the first fault.
/// </summary>
/// <typeparam name="TResult">What a block becomes.</typeparam>
internal sealed class BlockWorkers<TResult>(TextBlocks blocks, DelimitedOptions options, Func<double> position)
{
    // Each thread has a block and an arena: more threads would need more memory, and wait for the file.
    private const int MostThreads = 8;

    private readonly List<TResult?> _results = [];
    private readonly Lock _turn = new();
    private ExceptionDispatchInfo? _fault;
    private int _faultyBlock = int.MaxValue;

    /// <summary>Parses all blocks.</summary>
    /// <param name="first">The first one, read already.</param>
    /// <param name="newParser">Makes a parser for each thread.</param>
    internal List<TResult> Run(TextBlock first, Func<Func<TextBlock, TResult>> newParser)
    {
        _results.Add(default);
        var helpers = new List<Thread>();
        for (int i = 1; i < Math.Min(Environment.ProcessorCount, MostThreads) && !first.IsLastOfFile; i++)
        {
            var helper = new Thread(() => Work(null, newParser)) { IsBackground = true, Name = "HackLab reader" };
            helper.Start();
            helpers.Add(helper);
        }
        Work(first, newParser);
        foreach (Thread helper in helpers) helper.Join();
        _fault?.Throw();
        return _results!;
    }

    private void Work(TextBlock? first, Func<Func<TextBlock, TResult>> newParser)
    {
        TextBlock? block = first;
        int index = 0;
        try
        {
            Func<TextBlock, TResult> parse = newParser();
            block ??= new TextBlock(TextBlocks.BlockSize);
            for (bool isRead = first is not null; ; isRead = false)
            {
                if (!isRead)
                {
                    lock (_turn)
                    {
                        index = _results.Count;
                        if (_fault is not null || !blocks.Next(block)) return;
                        _results.Add(default);
                    }
                }
                TResult result = parse(block);
                lock (_turn) _results[index] = result;
                if (first is not null) options.Progress?.Invoke(position());
            }
        }
        catch (Exception e)
        {
            // Caught here because a helper's exception would end the process; thrown again by the thread that called.
            lock (_turn)
            {
                if (index < _faultyBlock) (_faultyBlock, _fault) = (index, ExceptionDispatchInfo.Capture(e));
            }
        }
    }
}
