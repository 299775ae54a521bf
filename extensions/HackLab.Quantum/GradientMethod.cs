namespace HackLab.Quantum;

/// <summary>How the gradient of an expectation value is computed; all give the same numbers.</summary>
public enum GradientMethod
{
    /// <summary>One walk forwards and one backwards, whatever the number of parameters (Jones and Gacon, arXiv:2009.02823).</summary>
    Adjoint,

    /// <summary>
    /// Two circuits per gate with shifted angles, as a real quantum computer does it (Mitarai et al., Phys. Rev. A 98, 032309, 2018);
    /// four for controlled rotations (Anselmetti et al., New J. Phys. 23, 113010, 2021).
    /// </summary>
    ParameterShift,

    /// <summary>(f(p + h) − f(p − h)) / 2h; a check that knows nothing of circuits.</summary>
    FiniteDifferences,
}
