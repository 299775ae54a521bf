using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>A place that a solver has reached: θ, what is to be made small there, and which way is up.</summary>
/// <param name="Theta">For each set of weights w and then b, shape [sets, d + 1].</param>
/// <param name="Objective">Mean log loss and penalties.</param>
/// <param name="Loss">Mean log loss alone.</param>
/// <param name="Gradient">Of the mean log loss and the L2 penalty, as θ.</param>
internal sealed record LogisticPoint(double[] Theta, double Objective, double Loss, double[] Gradient);

/// <summary>
/// f(θ) = mean log loss + L2 Σw² / 2 + L1 Σ|w|, which is scikit-learn's objective divided by C n. Two classes need one set of
/// weights, more need one for each. b has no penalty.
/// </summary>
internal sealed class LogisticProblem
{
    private readonly TabularData _train;
    private readonly CancellationToken _token;
    private readonly int _width;   // d + 1: a row ends with a 1, for b

    internal LogisticProblem(TabularData train, LogisticRegressionOptions options, CancellationToken token)
    {
        (_train, _token, _width) = (train, token, train.FeatureCount + 1);
        Sets = train.ClassNames.Count == 2 ? 1 : train.ClassNames.Count;
        double penalty = 1 / (options.C * train.Count);
        (L1, L2) = (penalty * options.L1Ratio, penalty * (1 - options.L1Ratio));
    }

    internal int Sets { get; }

    internal double L1 { get; }

    internal double L2 { get; }

    /// <summary>The number of values in θ.</summary>
    internal int Size => Sets * _width;

    /// <summary>Whether a value of θ is a b.</summary>
    internal bool IsIntercept(int index) => index % _width == _width - 1;

    /// <summary>The mean log loss over other rows.</summary>
    internal double Loss(TabularData rows, double[] theta) => Sum(rows, theta, withGradient: false)[^1] / rows.Count;

    internal LogisticPoint At(double[] theta)
    {
        double[] sums = Sum(_train, theta, withGradient: true);
        double loss = sums[^1] / _train.Count, squares = 0, sizes = 0;
        double[] gradient = sums[..^1];
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= _train.Count;
            if (IsIntercept(i)) continue;
            gradient[i] += L2 * theta[i];
            squares += theta[i] * theta[i];
            sizes += Math.Abs(theta[i]);
        }
        return new LogisticPoint(theta, loss + (L2 * squares / 2) + (L1 * sizes), loss, gradient);
    }

    /// <summary>
    /// The second derivatives of loss and L2 penalty. Two classes: mean(p (1 − p) x xᵀ) + L2. More: between the sets k and l
    /// mean((pₖ [k = l] − pₖ pₗ) x xᵀ) + L2 [k = l].
    /// </summary>
    internal double[,] Hessian(double[] theta)
    {
        var hessian = new double[Size, Size];
        for (int k = 0; k < Sets; k++)
        {
            int set = k;   // the diagonal part of set k
            AddTo(hessian, k * _width, Gram.Of(_train.Count, _width, (start, end, columns) => Columns(theta, start, end, columns, set), _token), _width, 1);
        }
        if (Sets > 1) AddTo(hessian, 0, Gram.Of(_train.Count, Size, (start, end, columns) => Columns(theta, start, end, columns, -1), _token), Size, -1);
        for (int i = 0; i < Size; i++)
        {
            if (!IsIntercept(i)) hessian[i, i] += L2;
        }
        return hessian;
    }

    private void AddTo(double[,] hessian, int at, double[] gram, int size, double sign)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++) hessian[at + i, at + j] += sign * gram[(i * size) + j] / _train.Count;
        }
    }

    // Of one set the columns √curvature · x, else of all sets pₖ x.
    private void Columns(double[] theta, int start, int end, Span<double> columns, int set)
    {
        double[] x = new double[_width], p = new double[Sets];
        for (int i = start; i < end; i++)
        {
            Row(_train, i, x);
            Probabilities(x, theta, p);
            double factor = Sets == 1 ? Math.Sqrt(p[0] * (1 - p[0])) : set >= 0 ? Math.Sqrt(p[set]) : 1;
            for (int j = 0; j < (set >= 0 ? _width : Size); j++)
                columns[(j * Gram.BlockRows) + i - start] = set >= 0 ? factor * x[j] : p[j / _width] * x[j % _width];
        }
    }

    // The gradient's sum over rows, Σ (p − y) x, and behind it the sum of the losses.
    private double[] Sum(TabularData data, double[] theta, bool withGradient) => RowBlocks.Sum(RowBlocks.Map(
        data.Count, 1024,
        (start, end) =>
        {
            double[] sums = new double[(withGradient ? Size : 0) + 1], x = new double[_width], p = new double[Sets];
            for (int i = start; i < end; i++)
            {
                if ((i & 0xFFF) == 0) _token.ThrowIfCancellationRequested();
                Row(data, i, x);
                sums[^1] += Sets == 1 ? LogisticLoss.Of(Vectors.Dot(x, theta), data.Y[i]) : SoftmaxLoss(x, theta, p, data.Y[i]);
                if (!withGradient) continue;
                if (Sets == 1) p[0] = LogisticLoss.Sigmoid(Vectors.Dot(x, theta));
                for (int k = 0; k < Sets; k++)
                {
                    double target = Sets == 1 ? data.Y[i] : data.Y[i] == k ? 1 : 0;
                    Vectors.AddScaled(sums.AsSpan(k * _width, _width), p[k] - target, x);
                }
            }
            return sums;
        },
        _token));

    private static void Row(TabularData data, int row, double[] x)
    {
        Vectors.Widen(data.Row(row), x);
        x[^1] = 1;
    }

    // Leaves the probabilities in p.
    private static double SoftmaxLoss(double[] x, double[] theta, double[] p, int label)
    {
        LogisticLoss.Scores(x, theta, p);
        double z = p[label];
        return LogisticLoss.Softmax(p) - z;
    }

    private static void Probabilities(double[] x, double[] theta, double[] p)
    {
        if (p.Length == 1) p[0] = LogisticLoss.Sigmoid(Vectors.Dot(x, theta));
        else SoftmaxLoss(x, theta, p, 0);
    }
}
