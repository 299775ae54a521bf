namespace HackLab.Simulation.Jets;

/// <summary>
/// The anti-kT jet algorithm (Cacciari, Salam, Soyez 2008, doi:10.1088/1126-6708/2008/04/063): the two particles with the
/// smallest
/// d = min(1/pT₁², 1/pT₂²) ΔR²/R² become one, until that is above the smallest 1/pT², whose particle then is a jet. Momenta add
/// up
/// in pT, directions by their mean weighted with pT. For one thread.
/// </summary>
internal sealed class AntiKt(double radius)
{
    private readonly double _perSquare = 1 / (radius * radius);
    private readonly List<Node> _nodes = [];    // particles first, then what they become, in order of time
    private int _count;                         // alive ones; the arrays below are filled so far
    private int[] _alive = [];                  // their nodes
    private int[] _partner = [];                // position of the nearest one within R, −1 for none
    private double[] _distance = [];            // d to the partner, or 1/pT²
    private double[] _y = [], _phi = [], _weight = []; // 1/pT²

    /// <summary>The particles of the hardest jet, in the order in which FastJet lists them: the ones joined last come
    /// first.</summary>
    /// <param name="particles">At least one; φ must not wrap around within the event.</param>
    /// <param name="jet">Gets their positions in <paramref name="particles"/>.</param>
    internal void HardestJet(List<JetConstituent> particles, List<int> jet)
    {
        _nodes.Clear();
        Reserve(particles.Count);
        jet.Clear();
        for (int i = 0; i < particles.Count; i++)
        {
            _nodes.Add(new Node(particles[i].Pt, particles[i].Y, particles[i].Phi, -1, -1));
            Place(i, i);
        }
        for (int i = 0; i < _count; i++) FindPartner(i);
        int best = -1;
        while (_count > 0)
        {
            int next = 0;
            for (int i = 1; i < _count; i++)
            {
                if (_distance[i] < _distance[next]) next = i;
            }
            if (_partner[next] < 0)
            {
                if (best < 0 || _nodes[_alive[next]].Pt > _nodes[best].Pt) best = _alive[next];
                Remove(next, -1);
            }
            else
            {
                Join(next, _partner[next]);
            }
        }
        List(best, jet);
    }

    private void Join(int a, int b)
    {
        if (a > b) (a, b) = (b, a);
        Node p = _nodes[_alive[a]], q = _nodes[_alive[b]];
        double pt = p.Pt + q.Pt, share = q.Pt / pt;
        _nodes.Add(new Node(
            pt, p.Y + (share * (q.Y - p.Y)), p.Phi + (share * (q.Phi - p.Phi)), Math.Min(_alive[a], _alive[b]), Math.Max(_alive[a], _alive[b])));
        Place(a, _nodes.Count - 1);
        Remove(b, a);
    }

    // Takes one out of the race (the last takes its place) and renews whoever had it, or the changed one, for a partner.
    private void Remove(int gone, int changed)
    {
        int last = --_count;
        (_partner[gone], _distance[gone]) = (_partner[last], _distance[last]);
        Place(gone, _alive[last]);
        if (changed == last) changed = gone;
        for (int i = 0; i < _count; i++)
        {
            int partner = _partner[i];
            if (i == changed || partner == gone || (partner >= 0 && partner == changed)) FindPartner(i);
            else if (partner == last) _partner[i] = gone;
        }
        if (changed < 0) return;
        for (int i = 0; i < _count; i++)
        {
            if (i == changed) continue;
            double d = Distance(i, changed);
            if (d < _distance[i]) (_distance[i], _partner[i]) = (d, changed);
        }
    }

    private void FindPartner(int i)
    {
        (_distance[i], _partner[i]) = (_weight[i], -1);
        for (int j = 0; j < _count; j++)
        {
            if (j == i) continue;
            double d = Distance(i, j);
            if (d < _distance[i]) (_distance[i], _partner[i]) = (d, j);
        }
    }

    private double Distance(int i, int j)
    {
        double y = _y[i] - _y[j], phi = _phi[i] - _phi[j];
        return ((y * y) + (phi * phi)) * Math.Min(_weight[i], _weight[j]) * _perSquare;
    }

    private void Place(int position, int node)
    {
        Node values = _nodes[node];
        (_alive[position], _y[position], _phi[position]) = (node, values.Y, values.Phi);
        _weight[position] = 1 / (values.Pt * values.Pt);
    }

    private void Reserve(int count)
    {
        _count = count;
        if (_alive.Length >= count) return;
        (_alive, _partner, _distance) = (new int[2 * count], new int[2 * count], new double[2 * count]);
        (_y, _phi, _weight) = (new double[2 * count], new double[2 * count], new double[2 * count]);
    }

    // FastJet walks from the jet back in time, each time into the parent that existed first.
    private void List(int node, List<int> jet)
    {
        var open = new Stack<int>();
        open.Push(node);
        while (open.TryPop(out int at))
        {
            if (_nodes[at].First < 0)
            {
                jet.Add(at);
                continue;
            }
            open.Push(_nodes[at].Second);
            open.Push(_nodes[at].First);
        }
    }

    private readonly record struct Node(double Pt, double Y, double Phi, int First, int Second);
}
