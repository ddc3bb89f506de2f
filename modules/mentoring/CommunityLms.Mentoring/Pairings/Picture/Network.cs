namespace CommunityLms.Mentoring.Pairings.Picture;

/// <summary>A unit in the picture.</summary>
/// <param name="Y">The middle of its line, in the units of the picture.</param>
internal sealed record NetworkNode(string Name, double Y);

/// <summary>A pairing in the picture, from who helps at the left to who is helped at the right.</summary>
/// <param name="Width">Grows with the contracts under it, up to a limit.</param>
internal sealed record NetworkLine(double From, double To, double Width, bool IsAgreed);

/// <summary>
/// Who helps whom at one level, drawn by the server: helpers at the left, helped at the right, a line for each pairing. Each side stands in an
/// order that keeps crossings few (by the mean place of its partners, as in layered drawings of graphs).
/// </summary>
internal sealed class Network
{
    public const int Width = 360;

    /// <summary>Between two names.</summary>
    private const int Step = 30;
    private const int Sweeps = 4;
    private const double Thickest = 7;

    /// <param name="own">How a district's own centre is called.</param>
    public Network(PairingMap map, PairingLevel level, Func<string, string> own)
    {
        Pairings = [.. map.Pairings.Where(p => p.Level == level).OrderBy(p => Board.NameOf(p.HelpedId, map.Tree), StringComparer.Ordinal)];
        var helping = Pairings.Select(p => (p.HelpingId, p.IsOwnCentre)).Distinct().ToList();
        var helped = Pairings.Select(p => p.HelpedId).Distinct().ToList();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            helping = [.. helping.OrderBy(h => Pairings.Where(p => (p.HelpingId, p.IsOwnCentre) == h).Average(p => helped.IndexOf(p.HelpedId)))];
            helped = [.. helped.OrderBy(h => Pairings.Where(p => p.HelpedId == h).Average(p => helping.IndexOf((p.HelpingId, p.IsOwnCentre))))];
        }
        Height = Step * Math.Max(helping.Count, helped.Count);
        Helping = [.. helping.Select((h, i) => new NetworkNode(h.IsOwnCentre ? own(Board.NameOf(h.HelpingId, map.Tree)) : Board.NameOf(h.HelpingId, map.Tree), Place(i, helping.Count)))];
        Helped = [.. helped.Select((h, i) => new NetworkNode(Board.NameOf(h, map.Tree), Place(i, helped.Count)))];
        Lines = [.. Pairings.Select(p => new NetworkLine(Place(helping.IndexOf((p.HelpingId, p.IsOwnCentre)), helping.Count), Place(helped.IndexOf(p.HelpedId), helped.Count),
            Math.Min(1.5 + Math.Sqrt(map.Contracts(p)), Thickest), p.State == PairingState.Agreed))];
    }

    /// <summary>Those in the picture, by who is helped.</summary>
    public IReadOnlyList<Pairing> Pairings { get; }

    public IReadOnlyList<NetworkNode> Helping { get; }

    public IReadOnlyList<NetworkNode> Helped { get; }

    public IReadOnlyList<NetworkLine> Lines { get; }

    public double Height { get; }

    /// <summary>The shorter side is spread over the height of the longer one.</summary>
    private double Place(int index, int count) => (index + 0.5) * Height / count;
}
