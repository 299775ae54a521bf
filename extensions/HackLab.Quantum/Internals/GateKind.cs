namespace HackLab.Quantum.Internals;

/// <summary>What a gate does to its targets; controls are separate.</summary>
internal enum GateKind
{
    H,
    X,
    Y,
    Z,
    S,
    SDagger,
    T,
    TDagger,
    SX,
    SXDagger,
    RX,
    RY,
    RZ,
    Phase,
    U,
    SWAP,
}
