using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Collider events.</summary>
public static partial class Chart
{
    /// <summary>
    /// One row of a table whose features are called <c>…_pt</c>, <c>…_eta</c> and <c>…_phi</c> (φ in radians), and <c>…_met</c>
    /// with
    /// <c>…_met_phi</c>, as in the ATLAS Higgs challenge; objects with a momentum that is missing or not above 0 are left out.
    /// </summary>
    /// <param name="data">Rows of events.</param>
    /// <param name="row">Which, from 0.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no such features, or no object in this event.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <example><code>Chart.EventDisplay(events, 12)</code></example>
    public static Figure EventDisplay(TabularData data, int row, EventOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        (IReadOnlyList<EventParticle> particles, MissingMomentum? missing) = EventPanels.FromRow(data, row);
        options ??= new EventOptions();
        return EventDisplay(particles, missing, options with { Title = options.Title
            ?? $"{data.Name}, event {row}: {data.ClassNames[data.Y[row]]}" });
    }

    /// <summary>
    /// A collider event seen along the beam (momenta across it, jets as cones) and unrolled in η and φ (sizes grow with
    /// momentum).
    /// </summary>
    /// <param name="particles">At least one particle or jet.</param>
    /// <param name="missing">The missing momentum; null if it is not known.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are none, a momentum or mass is negative, or a value is not finite.</exception>
    /// <example><code>Chart.EventDisplay([new("muon", 45, 0.3, 1.2), new("b jet", 80, -1.1, -2.0)], new MissingMomentum(38, -0.4))</code></example>
    public static Figure EventDisplay(IReadOnlyList<EventParticle> particles, MissingMomentum? missing = null,
        EventOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(particles);
        options ??= new EventOptions();
        Input.Size(options);
        if (particles.Count is < 1 or > 500)
            throw new ArgumentException($"An event display shows 1 to 500 particles, not {particles.Count}.", nameof(particles));
        if (!(options.JetRadius is > 0 and <= 2))
        {
            throw new ArgumentException(
                $"JetRadius must lie above 0 and up to 2, but it is {options.JetRadius}.", nameof(options));
        }
        for (int i = 0; i < particles.Count; i++)
        {
            EventParticle p = particles[i];
            if (!double.IsFinite(p.Eta + p.Phi) || !(p.Pt >= 0) || !(p.Mass >= 0) || !double.IsFinite(p.Pt + p.Mass))
            {
                throw new ArgumentException(
                    $"Particle {i} ({p.Kind}) has pT {p.Pt}, η {p.Eta}, φ {p.Phi}, mass {p.Mass}; all must be finite, pT and mass at least 0.", nameof(particles));
            }
        }
        if (missing is not null && !(missing.Pt >= 0 && double.IsFinite(missing.Pt + missing.Phi)))
        {
            throw new ArgumentException(
                $"The missing momentum is {missing.Pt} at φ {missing.Phi}; it must be finite and at least 0.", nameof(missing));
        }
        var panels = new EventPanels(particles, missing, options);
        string title = options.Title ?? $"Event with {particles.Count} {(particles.Count == 1 ? "particle" : "particles")}";
        EventParticle[] hardest = [.. particles.OrderByDescending(p => p.Pt)];
        string list =
            string.Join("; ", hardest.Take(12).Select(panels.Say))
                + (hardest.Length > 12 ? $"; {hardest.Length - 12} softer ones" : "");
        string lost =
            missing is null ? "" : $" Missing momentum {Numbers.Short(missing.Pt)} {options.Unit} at φ {Numbers.Short(missing.Phi)}.";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}, seen along the beam and unrolled in η and φ. {list}.{lost}",
            Panels = [panels.AlongBeam(), panels.Unrolled()],
            Columns = 2,
            Legend = panels.Legend(),
            Notes = [$"Scalar sum of pT: {Numbers.Short(particles.Sum(p => p.Pt))} {options.Unit}"],
            Text = $"{title}\n{string.Join("\n", hardest.Take(12).Select(p => "  " + panels.Say(p)))}{(missing is null ? "" : $"\n {lost}")}",
            Width = options.Width ?? 860,
            RowHeight = options.Height ?? 430,
        });
    }
}
