using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// Eight samples of spins side by side, one per lane of each vector: their magnetisations, and the step that turns them. In the
/// frame that rotates with the large field, spin i turns as dI/d(γt) = A × I with
/// A = −(½(αx + αy)·Wx, ½(αx + αy)·Wy, ν + αz·Wz), where W = Σ f(r)·I over the other spins is the mean field.
/// </summary>
internal sealed class SpinEnsemble
{
    /// <summary>How many echoes run side by side.</summary>
    internal const int Lanes = 8;

    // The series of the step are good to float precision up to this angle in radians.
    private const double LargestTurn = 2.2;

    private readonly SpinLattice _lattice;
    private readonly LaneFourier _fourier;
    private readonly Vector256<float>[] _x, _y, _z, _free, _turnX, _turnY, _turnZ, _kernel, _kernelZ;
    private readonly float[] _lanes = new float[Lanes];
    private Vector256<float> _planeDecay, _axisDecay, _anisotropy;
    private bool _coupled, _coupledZ;

    internal SpinEnsemble(SpinLattice lattice, LaneFourier fourier)
    {
        (_lattice, _fourier) = (lattice, fourier);
        int n = lattice.Spins;
        (_x, _y, _z, _free) = (new Vector256<float>[n], new Vector256<float>[n], new Vector256<float>[n], new Vector256<float>[n]);
        (_turnX, _turnY, _turnZ) = (new Vector256<float>[n], new Vector256<float>[n], new Vector256<float>[n]);
        (_kernel, _kernelZ) = (new Vector256<float>[n], new Vector256<float>[n]);
    }

    /// <summary>Sets lanes 0 to rows − 1 up, all spins along z; the others repeat lane 0.</summary>
    internal void Prepare(ReadOnlySpan<EchoParameters> rows, ReadOnlySpan<double[]> detunings)
    {
        double dt = _lattice.TimeStep;
        (_coupled, _coupledZ) = (false, false);
        Span<float> plane = stackalloc float[Lanes], axis = stackalloc float[Lanes], skew = stackalloc float[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            EchoParameters p = rows[lane < rows.Length ? lane : 0];
            double[] line = detunings[lane < rows.Length ? lane : 0];
            double[] stencil = CouplingStencil.OnLattice(p.Coupling, p.Range, _lattice.Width, _lattice.Height);
            double alpha = p.AlphaX + p.AlphaY, reach = 0, widest = 0;
            for (int i = 0; i < stencil.Length; i++)
            {
                _turnX[i] = _turnX[i].WithElement(lane, (float)stencil[i]);
                _free[i] = _free[i].WithElement(lane, (float)(-line[i] * dt));
                reach += Math.Abs(stencil[i]);
                widest = Math.Max(widest, Math.Abs(line[i]));
            }
            double turn = dt * (widest + (reach * 0.5 * ((0.5 * Math.Abs(alpha)) + Math.Abs(p.AlphaZ))));
            if (!(turn <= LargestTurn))
            {
                throw new ArgumentException(
                    $"Spins could turn by {turn:F1} radians in one step, more than {LargestTurn}: take a smaller TimeStep or a weaker coupling.");
            }
            plane[lane] = (float)PortableMath.Exp(-0.5 * (p.DecayRate + p.ExcitationRate + p.DephasingRate) * dt);
            axis[lane] = (float)PortableMath.Exp(-(p.DecayRate + p.ExcitationRate) * dt);
            skew[lane] = alpha == 0 ? 0 : (float)((p.AlphaX - p.AlphaY) / alpha);
            _coupled |= alpha != 0;
            _coupledZ |= p.AlphaZ != 0;
        }
        (_planeDecay, _axisDecay, _anisotropy) = (Vector256.Create<float>(plane), Vector256.Create<float>(axis), Vector256.Create<float>(skew));
        MakeKernels(rows);
        Array.Clear(_x);
        Array.Clear(_y);
        Array.Fill(_z, Vector256.Create(0.5f));
    }

    /// <summary>Turns every spin by −angle about an axis in the plane: for a phase of 0, z goes to y.</summary>
    internal void Pulse(ReadOnlySpan<EchoParameters> rows, bool second)
    {
        Span<float> cos = stackalloc float[Lanes], sin = stackalloc float[Lanes], axisX = stackalloc float[Lanes], axisY = stackalloc float[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            EchoParameters p = rows[lane < rows.Length ? lane : 0];
            (double s, double c) = PortableMath.SinCos(-(second ? p.SecondPulse : p.FirstPulse));
            (sin[lane], cos[lane]) = ((float)s, (float)c);
            int phase = (second ? p.SecondPhase : p.FirstPhase) & 3;
            (axisX[lane], axisY[lane]) = phase switch { 0 => (1f, 0f), 1 => (0f, 1f), 2 => (-1f, 0f), _ => (0f, -1f) };
        }
        Vector256<float> c8 = Vector256.Create<float>(cos), s8 = Vector256.Create<float>(sin);
        Vector256<float> nx = Vector256.Create<float>(axisX), ny = Vector256.Create<float>(axisY);
        for (int i = 0; i < _x.Length; i++)
        {
            // Rodrigues: I cos + (n × I) sin + n (n·I)(1 − cos), with n = (nx, ny, 0)
            Vector256<float> x = _x[i], y = _y[i], z = _z[i], along = ((nx * x) + (ny * y)) * (Vector256<float>.One - c8);
            _x[i] = (x * c8) + (ny * z * s8) + (nx * along);
            _y[i] = (y * c8) - (nx * z * s8) + (ny * along);
            _z[i] = (z * c8) + (((nx * y) - (ny * x)) * s8);
        }
    }

    /// <summary>The mean magnetisation of each lane.</summary>
    internal void Mean(Span<double> x, Span<double> y, Span<double> z)
    {
        Mean(_x, x);
        Mean(_y, y);
        Mean(_z, z);
    }

    /// <summary>
    /// One step of the clock: every spin turns about the field as it is at the step's beginning, exactly, then relaxes. As the
    /// field is held for the step, the error is of first order in it; the published data are made with this rule too.
    /// </summary>
    internal void Step()
    {
        if (_coupled)
        {
            _x.CopyTo(_turnX, 0);
            _y.CopyTo(_turnY, 0);
            Convolve(_turnX, _turnY, _kernel);
        }
        else
        {
            Array.Clear(_turnX);
            Array.Clear(_turnY);
        }
        _free.CopyTo(_turnZ, 0);
        if (_coupledZ) AddLongitudinalField();
        if (_anisotropy != Vector256<float>.Zero) AddCounterRotation();
        Turn();
    }

    private void MakeKernels(ReadOnlySpan<EchoParameters> rows)
    {
        // The stencil lies in _turnX. It is even, so its transform is real: a weight per frequency, in the transform's own order.
        Array.Clear(_turnY);
        _fourier.Forward(_turnX, _turnY);
        Span<float> weight = stackalloc float[Lanes], weightZ = stackalloc float[Lanes];
        for (int lane = 0; lane < Lanes; lane++)
        {
            EchoParameters p = rows[lane < rows.Length ? lane : 0];
            weight[lane] = (float)(-0.5 * (p.AlphaX + p.AlphaY) * _lattice.TimeStep / _lattice.Spins);
            weightZ[lane] = (float)(-p.AlphaZ * _lattice.TimeStep / _lattice.Spins);
        }
        Vector256<float> w = Vector256.Create<float>(weight), wz = Vector256.Create<float>(weightZ);
        for (int i = 0; i < _kernel.Length; i++) (_kernel[i], _kernelZ[i]) = (_turnX[i] * w, _turnX[i] * wz);
    }

    private void Convolve(Vector256<float>[] re, Vector256<float>[] im, Vector256<float>[] kernel)
    {
        _fourier.Forward(re, im);
        for (int i = 0; i < kernel.Length; i++) (re[i], im[i]) = (re[i] * kernel[i], im[i] * kernel[i]);
        _fourier.Inverse(re, im);
    }

    private void AddLongitudinalField()
    {
        var re = (Vector256<float>[])_z.Clone();
        var im = new Vector256<float>[re.Length];
        Convolve(re, im, _kernelZ);
        for (int i = 0; i < re.Length; i++) _turnZ[i] += re[i];
    }

    // Where αx ≠ αy a part of the field rotates backwards at twice the Larmor frequency ν₀. To first order in 1/ν₀ (Magnus) it
    // adds, with η = (αx − αy)/(αx + αy): Bx = ηα(ν + αz Wz)Wx/4ν₀, By = −ηα(ν + αz Wz)Wy/4ν₀,
    // Bz = ηα²(2(Wx² − Wy²) − η(Wx² + Wy²))/16ν₀; here written in the angles of the step.
    private void AddCounterRotation()
    {
        double perStep = 1 / (_lattice.LarmorFrequency * _lattice.TimeStep);
        Vector256<float> half = _anisotropy * (float)(0.5 * perStep), quarter = _anisotropy * (float)(0.25 * perStep);
        for (int i = 0; i < _turnX.Length; i++)
        {
            Vector256<float> x = _turnX[i], y = _turnY[i], z = _turnZ[i], xx = x * x, yy = y * y;
            _turnX[i] = x + (x * z * half);
            _turnY[i] = y - (y * z * half);
            _turnZ[i] = z + (quarter * (((xx - yy) * 2f) - (_anisotropy * (xx + yy))));
        }
    }

    // Rodrigues without square root or sine: I + s·(θ × I) + c·(θ × (θ × I)), where s = sin|θ|/|θ| and c = (1 − cos|θ|)/|θ|²
    // are power series in |θ|²; up to 2.2 radians seven terms are good to 5·10⁻⁸.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn()
    {
        Vector256<float> plane = _planeDecay, axis = _axisDecay;
        for (int i = 0; i < _x.Length; i++)
        {
            Vector256<float> a = _turnX[i], b = _turnY[i], d = _turnZ[i], x = _x[i], y = _y[i], z = _z[i];
            Vector256<float> u = (a * a) + (b * b) + (d * d);
            Vector256<float> s = Vector256.Create(1f / 6227020800);
            s = Vector256.Create(-1f / 39916800) + (u * s);
            s = Vector256.Create(1f / 362880) + (u * s);
            s = Vector256.Create(-1f / 5040) + (u * s);
            s = Vector256.Create(1f / 120) + (u * s);
            s = Vector256.Create(-1f / 6) + (u * s);
            s = Vector256<float>.One + (u * s);
            Vector256<float> c = Vector256.Create(1f / 87178291200);
            c = Vector256.Create(-1f / 479001600) + (u * c);
            c = Vector256.Create(1f / 3628800) + (u * c);
            c = Vector256.Create(-1f / 40320) + (u * c);
            c = Vector256.Create(1f / 720) + (u * c);
            c = Vector256.Create(-1f / 24) + (u * c);
            c = Vector256.Create(0.5f) + (u * c);
            Vector256<float> kx = (b * z) - (d * y), ky = (d * x) - (a * z), kz = (a * y) - (b * x);
            _x[i] = plane * (x + ((s * kx) + (c * ((b * kz) - (d * ky)))));
            _y[i] = plane * (y + ((s * ky) + (c * ((d * kx) - (a * kz)))));
            _z[i] = axis * (z + ((s * kz) + (c * ((a * ky) - (b * kx)))));
        }
    }

    // Rows are added in single precision, their sums in double: a lattice of 10,000 spins loses no digit of the mean.
    private void Mean(Vector256<float>[] values, Span<double> mean)
    {
        mean.Clear();
        for (int row = 0; row < values.Length; row += _lattice.Width)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            foreach (Vector256<float> value in values.AsSpan(row, _lattice.Width)) sum += value;
            sum.CopyTo(_lanes);
            for (int lane = 0; lane < Lanes; lane++) mean[lane] += _lanes[lane];
        }
        for (int lane = 0; lane < Lanes; lane++) mean[lane] /= values.Length;
    }
}
