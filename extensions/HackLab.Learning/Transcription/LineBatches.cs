using HackLab.Data.Hosting;
using HackLab.Data.Renaissance;
using HackLab.Simulation.Numerics;
using HackLab.Simulation.PrintedPages;
using static TorchSharp.torch;

namespace HackLab.Learning;

/// <summary>
/// Lines in batches of about equal width, so that little is padded. Each line's brightness is scaled so that its paper (the
/// brightness that three quarters of its pixels do not reach) becomes 0 and its ink (the darkest hundredth) 1.
/// </summary>
public sealed class LineBatches
{
    private readonly TextLines _lines;
    private readonly CtcDecoder _decoder;
    private readonly LineBatchOptions _options;
    private readonly int[][] _rows;
    private readonly int[] _drawn;

    /// <summary>Sorts lines into batches by their width.</summary>
    /// <param name="lines">Lines of one height. Their texts are encoded when a batch is drawn.</param>
    /// <param name="decoder">Knows the classes of the characters.</param>
    /// <param name="options">Size and distortion; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <example><code>var batches = new LineBatches(train, decoder, new() { Distortion = new() });</code></example>
    public LineBatches(TextLines lines, CtcDecoder decoder, LineBatchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(decoder);
        (_lines, _decoder, _options) = (lines, decoder, (options ?? new LineBatchOptions()).Checked());
        // Lines of equal width are shuffled: neighbours on a page shall not always be learnt together.
        var random = new SeededRandom(_options.Seed);
        double[] shuffled = [.. Enumerable.Range(0, lines.Count).Select(_ => random.NextDouble())];
        var sorted = Enumerable.Range(0, lines.Count).OrderBy(row => lines.Lines[row].Width).ThenBy(row => shuffled[row]);
        _rows = [.. sorted.Chunk(_options.BatchSize)];
        _drawn = new int[_rows.Length];
    }

    /// <summary>How many batches there are; the last one may be smaller.</summary>
    public int Count => _rows.Length;

    /// <summary>The tensors of a batch. With distortion each call for the same batch draws anew; the n-th draw is the same on
    /// every run.</summary>
    /// <param name="batch">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such batch.</exception>
    /// <exception cref="ArgumentException">A text has a character that the decoder does not know.</exception>
    /// <example><code>LineBatch batch = batches.Draw(0);</code></example>
    public LineBatch Draw(int batch)
    {
        CheckBatch(batch);
        int[] rows = _rows[batch];
        int draw = _drawn[batch]++;
        LineImage[] lines = [.. rows.Select(row => _lines.Lines[row])];
        if (_options.Distortion is { } distortion)
        {
            // A stream for each line and draw: threads do not matter.
            Parallel.For(0, lines.Length, i =>
            {
                var random = new SeededRandom(_options.Seed, 1 + rows[i] + ((long)draw * _lines.Count));
                lines[i] = distortion.Apply(lines[i], random);
            });
        }
        (Tensor images, Tensor steps) = Tensors(lines);
        long[][] labels = [.. lines.Select(line => _decoder.Encode(line.Text))];
        Tensor all = tensor(labels.SelectMany(label => label).ToArray());
        Tensor lengths = tensor(labels.Select(label => (long)label.Length).ToArray());
        return new LineBatch(rows, images, steps, all, lengths);
    }

    /// <summary>What a network says of each line, in the lines' order, without distortion.</summary>
    /// <param name="network">From images, shape [n, 1, height, width], to log-probabilities, shape [steps, n, classes]. It is
    /// put into evaluation mode.</param>
    /// <exception cref="ArgumentException">The network's output has another shape.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>string[] texts = [.. batches.Score(network).Select(decoder.Greedy)];</code></example>
    public IReadOnlyList<CtcScores> Score(nn.Module<Tensor, Tensor> network)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.eval();
        using IDisposable none = no_grad();
        var scores = new CtcScores[_lines.Count];
        foreach (int[] rows in _rows)
        {
            NotebookHost.Token.ThrowIfCancellationRequested();
            using IDisposable scope = NewDisposeScope();
            (Tensor images, Tensor steps) = Tensors([.. rows.Select(row => _lines.Lines[row])]);
            Tensor output = network.call(images);
            long[] counts = steps.data<long>().ToArray();
            CheckOutput(output, rows.Length, counts.Max());
            int classes = _decoder.Classes;
            float[] all = output.transpose(0, 1).contiguous().data<float>().ToArray();
            int longest = (int)output.shape[0];
            for (int i = 0; i < rows.Length; i++)
                scores[rows[i]] = new CtcScores(all.AsSpan(i * longest * classes, (int)counts[i] * classes).ToArray(), classes);
        }
        return scores;
    }

    private (Tensor Images, Tensor Steps) Tensors(LineImage[] lines)
    {
        int height = _lines.Height, stride = _options.Stride;
        int width = (lines.Max(line => line.Width) + stride - 1) / stride * stride;
        var images = new float[lines.Length * height * width];
        Parallel.For(0, lines.Length, i =>
        {
            float[] ink = Ink(lines[i]);
            for (int row = 0; row < height; row++)
                ink.AsSpan(row * lines[i].Width, lines[i].Width).CopyTo(images.AsSpan(((i * height) + row) * width));
        });
        long[] steps = [.. lines.Select(line => (long)(line.Width + stride - 1) / stride)];
        return (tensor(images, [lines.Length, 1, height, width]), tensor(steps));
    }

    private static float[] Ink(LineImage line)
    {
        (float paper, float contrast) = line.Tones();
        float scale = 1 / contrast;
        return Array.ConvertAll(line.Pixels, value => Math.Clamp((paper - value) * scale, -0.2f, 1.2f));
    }

    private void CheckOutput(Tensor output, int lines, long steps)
    {
        long[] shape = output.shape;
        if (shape.Length == 3 && shape[0] >= steps && shape[1] == lines && shape[2] == _decoder.Classes) return;
        throw new ArgumentException(
            $"The network gives [{string.Join(", ", shape)}]; needed is [steps, {lines} lines, {_decoder.Classes} classes] "
            + $"with at least {steps} steps: one for each {_options.Stride} columns.", "network");
    }

    private void CheckBatch(int batch)
    {
        if ((uint)batch >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(batch), batch, $"There are batches 0 to {Count - 1}.");
    }
}
