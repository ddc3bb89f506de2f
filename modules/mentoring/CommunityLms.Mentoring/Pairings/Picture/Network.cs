namespace CommunityLms.Mentoring.Pairings.Picture;

/// <summary>A unit in the picture.</summary>
/// <param name="Y">The middle of its name, in the units of the picture.</param>
internal sealed record NetworkNode(NetworkName Name, double Y)
{
    /// <summary>The lines of its name, each with the place of its letters' feet.</summary>
    public IEnumerable<(string Words, double Y)> Lines => Name.Lines.Select((words, i) => (words, Y + 4 + ((i - ((Name.Lines.Count - 1) / 2.0)) * NetworkName.LineHeight)));
}

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
    private const int Gap = 14;
    private const int Sweeps = 4;
    private const double Thickest = 7;

    /// <param name="own">How a district's own centre is called.</param>
    public Network(PairingMap map, PairingLevel level, Func<string, string> own)
    {
        Pairings = [.. map.Pairings.Where(p => p.Level == level).OrderBy(p => PairingWords.NameOf(p.HelpedId, map.Tree), StringComparer.CurrentCulture)];
        var helping = Pairings.Select(p => (p.HelpingId, p.IsOwnCentre)).Distinct().ToList();
        var helped = Pairings.Select(p => p.HelpedId).Distinct().ToList();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            helping = [.. helping.OrderBy(h => Pairings.Where(p => (p.HelpingId, p.IsOwnCentre) == h).Average(p => helped.IndexOf(p.HelpedId)))];
            helped = [.. helped.OrderBy(h => Pairings.Where(p => p.HelpedId == h).Average(p => helping.IndexOf((p.HelpingId, p.IsOwnCentre))))];
        }
        var (left, right) = (helping.ConvertAll(h => Named(h.HelpingId, h.IsOwnCentre)), helped.ConvertAll(h => Named(h, isOwnCentre: false)));
        var step = Gap + (NetworkName.LineHeight * left.Concat(right).Select(n => n.Lines.Count).DefaultIfEmpty(1).Max());
        Height = step * Math.Max(left.Count, right.Count);
        Helping = [.. left.Select((name, i) => new NetworkNode(name, Place(i, left.Count)))];
        Helped = [.. right.Select((name, i) => new NetworkNode(name, Place(i, right.Count)))];
        Lines = [.. Pairings.Select(p => new NetworkLine(Place(helping.IndexOf((p.HelpingId, p.IsOwnCentre)), helping.Count), Place(helped.IndexOf(p.HelpedId), helped.Count),
            Math.Min(1.5 + Math.Sqrt(map.Contracts(p)), Thickest), p.State == PairingState.Agreed))];

        NetworkName Named(Guid unit, bool isOwnCentre) => NetworkName.Of(isOwnCentre ? own(PairingWords.NameOf(unit, map.Tree)) : PairingWords.NameOf(unit, map.Tree));
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
