using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Gradient descent on the divergence between p and q ∝ 1 / (1 + ‖yᵢ − yⱼ‖²): dC/dyᵢ = 4 Σ (pᵢⱼ − qᵢⱼ)(yᵢ − yⱼ) / (1 + ‖yᵢ − yⱼ‖²)
/// (van der Maaten and Hinton, 2008, eq. 5), with momentum and a step size of its own for each value (Jacobs, 1988).
/// </summary>
internal sealed class TSneSolver(TabularData data, TSneOptions options, CancellationToken token)
{
    private const int ExaggeratedSteps = 250, CheckEvery = 50;
    private const float Exaggeration = 12;

    private readonly int _n = data.Count;
    private readonly float[] _across = new float[data.Count], _up = new float[data.Count];

    internal TSne Run()
    {
        Affinities p;
        try
        {
            Begin();
            p = Affinities.Of(data, options.Perplexity, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return new TSne(Points(), double.PositiveInfinity, 0, StopReason.Interrupted);
        }
        double[] velocity = new double[2 * _n], gains = new double[2 * _n], y = new double[2 * _n];
        Array.Fill(gains, 1);
        for (int i = 0; i < _n; i++) (y[2 * i], y[(2 * i) + 1]) = (_across[i], _up[i]);
        double rate = options.LearningRate ?? Math.Max(50, _n / (4.0 * Exaggeration));
        StopReason stopped = StopReason.IterationLimit;
        int step = 0;
        using ProgressBar? bar = FitProgress.Start(options.MaxIterations, "t-SNE");
        for (; step < options.MaxIterations; step++)
        {
            if (token.IsCancellationRequested)
            {
                stopped = StopReason.Interrupted;
                break;
            }
            bool early = step < ExaggeratedSteps;
            double[] gradient = Gradient(p, early ? Exaggeration : 1);
            double momentum = early ? 0.5 : 0.8, squares = 0;
            for (int i = 0; i < y.Length; i++)
            {
                bool turned = velocity[i] * gradient[i] < 0;
                gains[i] = Math.Max(0.01, turned ? gains[i] + 0.2 : gains[i] * 0.8);
                velocity[i] = (momentum * velocity[i]) - (rate * gains[i] * gradient[i]);
                y[i] += velocity[i];
                squares += gradient[i] * gradient[i];
            }
            for (int i = 0; i < _n; i++) (_across[i], _up[i]) = ((float)y[2 * i], (float)y[(2 * i) + 1]);
            bar?.Step();
            if (!early && step % CheckEvery == 0 && Math.Sqrt(squares) < 1e-7)
            {
                stopped = StopReason.Converged;
                step++;
                break;
            }
        }
        if (stopped == StopReason.Converged) bar?.Complete();
        return new TSne(Points(), Divergence(p), step, stopped);
    }

    // The first two principal components, made as small as 10⁻⁴: the same data give the same map.
    private void Begin()
    {
        var random = new SeededRandom(options.Seed);
        Pca pca = Pca.Fit(data, Math.Min(2, data.FeatureCount));
        float[] places = pca.Transform(data.X);
        int k = pca.ExplainedVariance.Count;
        double scale = 1e-4 / Math.Max(1e-30, Math.Sqrt(pca.ExplainedVariance[0]));
        for (int i = 0; i < _n; i++)
        {
            // Rows with the same values would never part, so each gets a push of a hundredth of that.
            _across[i] = (float)((places[i * k] * scale) + (1e-6 * random.NextNormal()));
            _up[i] = (float)(((k > 1 ? places[(i * k) + 1] : 0) * scale) + (1e-6 * random.NextNormal()));
        }
    }

    private double[] Gradient(Affinities p, float exaggeration)
    {
        double[] gradient = new double[2 * _n], repulsion = new double[2 * _n];
        double all = RowBlocks.Map(_n, 64, (start, end) => Repel(start, end, repulsion)).Sum();
        RowBlocks.For(_n, 256, (start, end) =>
        {
            for (int i = start; i < end; i++)
            {
                float across = 0, up = 0;
                for (int e = p.Starts[i]; e < p.Starts[i + 1]; e++)
                {
                    float u = _across[i] - _across[p.Rows[e]], v = _up[i] - _up[p.Rows[e]];
                    float pull = exaggeration * p.Values[e] / (1 + (u * u) + (v * v));
                    across += pull * u;
                    up += pull * v;
                }
                gradient[2 * i] = 4 * (across - (repulsion[2 * i] / all));
                gradient[(2 * i) + 1] = 4 * (up - (repulsion[(2 * i) + 1] / all));
            }
        });
        return gradient;
    }

    // For each row Σ (yᵢ − yⱼ) / (1 + ‖yᵢ − yⱼ‖²)² over all rows; returns Σ 1 / (1 + ‖yᵢ − yⱼ‖²) over all pairs.
    private double Repel(int start, int end, double[] repulsion)
    {
        ref float across = ref MemoryMarshal.GetArrayDataReference(_across);
        ref float up = ref MemoryMarshal.GetArrayDataReference(_up);
        double all = 0;
        for (int i = start; i < end; i++)
        {
            // Eight other rows at a time; the row itself adds nothing to the forces and 1 to the sum.
            Vector256<float> ownAcross = Vector256.Create(_across[i]), ownUp = Vector256.Create(_up[i]);
            Vector256<float> sum = default, sumAcross = default, sumUp = default;
            int j = 0;
            for (; j <= _n - 8; j += 8)
            {
                Vector256<float> u = ownAcross - Vector256.LoadUnsafe(ref across, (nuint)j), v = ownUp - Vector256.LoadUnsafe(ref up, (nuint)j);
                Vector256<float> near = Vector256<float>.One / Vector256.FusedMultiplyAdd(u, u, Vector256.FusedMultiplyAdd(v, v, Vector256<float>.One));
                Vector256<float> square = near * near;
                sum += near;
                sumAcross = Vector256.FusedMultiplyAdd(square, u, sumAcross);
                sumUp = Vector256.FusedMultiplyAdd(square, v, sumUp);
            }
            double ownSum = Vector256.Sum(sum), toAcross = Vector256.Sum(sumAcross), toUp = Vector256.Sum(sumUp);
            for (; j < _n; j++)
            {
                double u = _across[i] - _across[j], v = _up[i] - _up[j], near = 1 / (1 + (u * u) + (v * v));
                ownSum += near;
                toAcross += near * near * u;
                toUp += near * near * v;
            }
            (repulsion[2 * i], repulsion[(2 * i) + 1]) = (toAcross, toUp);
            all += ownSum - 1;
        }
        return all;
    }

    private double Divergence(Affinities p)
    {
        double all = RowBlocks.Map(_n, 64, (start, end) => Repel(start, end, new double[2 * _n])).Sum(), divergence = 0;
        for (int i = 0; i < _n; i++)
        {
            for (int e = p.Starts[i]; e < p.Starts[i + 1]; e++)
            {
                if (p.Values[e] == 0) continue;
                double u = _across[i] - _across[p.Rows[e]], v = _up[i] - _up[p.Rows[e]];
                divergence += p.Values[e] * Math.Log(p.Values[e] * (1 + (u * u) + (v * v)) * all);
            }
        }
        return divergence;
    }

    private float[] Points()
    {
        var points = new float[2 * _n];
        for (int i = 0; i < _n; i++) (points[2 * i], points[(2 * i) + 1]) = (_across[i], _up[i]);
        return points;
    }
}
