namespace HackLab.Learning.Internals;

/// <summary>
/// What boosting makes smaller: the mean loss of rows whose raw predictions (before any link, one per output) are given.
/// Arrays of rows are filled up to a multiple of eight with rows of weight 0, so that no loop over eight has a rest.
/// </summary>
internal abstract class BoostingLoss
{
    /// <summary>
    /// Rows per block: each block's loss is added up by itself, so that the sum does not depend on the number of threads.
    /// </summary>
    private const int BlockRows = 8192;

    protected BoostingLoss(float[] y, double[]? weights)
    {
        Count = y.Length;
        (Y, Weights) = (new float[Padded(Count)], new float[Padded(Count)]);
        y.CopyTo(Y, 0);
        for (int i = 0; i < Count; i++)
        {
            Weights[i] = weights is null ? 1 : (float)weights[i];
            TotalWeight += Weights[i];
            LargestWeight = Math.Max(LargestWeight, Weights[i]);
        }
    }

    public int Count { get; }

    /// <summary>Raw predictions per row.</summary>
    public virtual int Outputs => 1;

    protected float[] Y { get; }

    protected float[] Weights { get; }

    protected double TotalWeight { get; }

    protected double LargestWeight { get; }

    /// <summary>No second derivative is larger, at weight 1.</summary>
    protected abstract double LargestHessian { get; }

    /// <summary>The best raw prediction that is the same for all rows, per output.</summary>
    public abstract float[] Baseline();

    /// <summary>Whether a leaf's best value is not −G/H but comes from <see cref="LeafValue"/>.</summary>
    public virtual bool RefitsLeaves => false;

    /// <summary>The best value to add to all of some rows.</summary>
    public virtual double LeafValue(ReadOnlySpan<int> rows, float[] raw) => throw new NotSupportedException();

    public static int Padded(int count) => (count + 7) & ~7;

    /// <summary>Room for the derivatives of each row, for each output.</summary>
    public RowGradients[] NewGradients() =>
    [
        .. Enumerable.Range(0, Outputs).Select(
            _ => new RowGradients(Padded(Count), LargestHessian * LargestWeight, LargestHessian * TotalWeight)),
    ];

    /// <summary>The mean loss, and the derivatives if there is room for them.</summary>
    /// <param name="raw">Raw predictions, [outputs][rows].</param>
    /// <param name="gradients">Where derivatives go; null for none.</param>
    /// <param name="workers">Who does it.</param>
    public double Evaluate(float[][] raw, RowGradients[]? gradients, Workers workers)
    {
        int padded = Padded(Count), blocks = (padded + BlockRows - 1) / BlockRows;
        if (gradients is not null)
        {
            double largest = LargestGradient(raw);
            foreach (RowGradients g in gradients) g.SetLargestGradient(largest);
        }
        var sums = new double[blocks];
        workers.For(blocks, block =>
        {
            int from = block * BlockRows;
            sums[block] = Evaluate(raw, gradients, from, Math.Min(padded, from + BlockRows));
        });
        return sums.Sum() / TotalWeight;
    }

    /// <summary>No first derivative is larger.</summary>
    protected virtual double LargestGradient(float[][] raw) => LargestWeight;

    /// <summary>The sum of the losses of rows from .. to, both multiples of eight, and their derivatives.</summary>
    protected abstract double Evaluate(float[][] raw, RowGradients[]? gradients, int from, int to);
}
