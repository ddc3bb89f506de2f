using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Mentoring.Pairings.Picture;

/// <summary>A pairing on the board.</summary>
/// <param name="Helped">Of a department with its school.</param>
/// <param name="Contracts">Of teachers of the two units.</param>
internal sealed record BoardPair(Guid Id, string Helping, string Helped, bool IsOwnCentre, PairingState State, int Contracts);

/// <summary>A district that is helped, with all that happens for it.</summary>
/// <param name="Contracts">Of all its trainees.</param>
internal sealed record BoardColumn(Guid DistrictId, LocalName District, ILookup<PairingLevel, BoardPair> Pairs, int Contracts);

internal static class Board
{
    /// <summary>A column for each district of which a unit is helped, in the order of the tree.</summary>
    public static IReadOnlyList<BoardColumn> Columns(PairingMap map)
    {
        var byDistrict = map.Pairings.ToLookup(p => PairingLevels.DistrictOf(p.HelpedId, map.Tree)?.Id);
        return [.. map.Tree.All.Where(u => byDistrict.Contains(u.Id)).OrderBy(u => u.Code, StringComparer.Ordinal).ThenBy(u => u.Name.Name, StringComparer.Ordinal)
            .Select(u => new BoardColumn(u.Id, u.Name, byDistrict[u.Id].Select(p => (p.Level, Pair: Of(p, map))).OrderBy(p => p.Pair.Helping, StringComparer.CurrentCulture).ThenBy(p => p.Pair.Helped, StringComparer.CurrentCulture).ToLookup(p => p.Level, p => p.Pair), map.ContractsOf(u.Id)))];
    }

    private static BoardPair Of(Pairing pairing, PairingMap map) =>
        new(pairing.Id, PairingWords.NameOf(pairing.HelpingId, map.Tree), PairingWords.NameOf(pairing.HelpedId, map.Tree), pairing.IsOwnCentre, pairing.State, map.Contracts(pairing));
}
