using System.Globalization;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>What stands in the places of a request: ids of the other institute where they are tried, one's own and plausible words elsewhere.</summary>
/// <param name="own">What the asking institute holds.</param>
internal sealed class Values(TwoInstitutes world, Holdings own)
{
    private readonly Dictionary<string, KindOfRecord> _natural = [];

    /// <summary>Finds out which kind of own record each address is about, by asking for each.</summary>
    public async Task Learn()
    {
        foreach (var ask in world.Asks.Where(a => a.Method == "GET" && a.Places.Count(p => p.Part == Part.Route && p.IsId) == 1))
            foreach (var kind in own.Ids.Where(_ => !_natural.ContainsKey(ToId(ask.Pattern))))
                if ((await world.Asking.Send(ask, Ids(kind.Rows[^1].Id))).IsSuccess)
                    _natural[ToId(ask.Pattern)] = kind;
    }

    /// <summary>Every id is this one.</summary>
    public Func<Place, string?> Ids(Guid? id, int turn = 0) => place => place.IsId ? id.ToString() : Plain(place, turn);

    /// <summary>A record of one's own that the address is about; null where it is about none.</summary>
    public StoredRow? Own(Ask ask, int turn) => _natural.GetValueOrDefault(ToId(ask.Pattern)) is { } kind ? kind.Rows[turn % kind.Rows.Count] : null;

    /// <summary>One id is foreign, everything else one's own and in order.</summary>
    public Func<Place, string?> OwnBut(Place tried, Guid? foreign, StoredRow? about, int turn)
    {
        var first = true;
        return place =>
        {
            if (place == tried)
                return foreign.ToString();
            if (place.IsVersion)
                return (about?.Stamp ?? Guid.Empty).ToString();
            if (!place.IsId)
                return Plain(place, turn);
            if (place.Part == Part.Route && first && about is not null)
            {
                first = false;
                return about.Id.ToString();
            }
            return Fitting(place, own) is { } kind ? kind.Rows[turn % kind.Rows.Count].Id.ToString() : null;
        };
    }

    /// <summary>The kind of record a place is called after: Input.UnitId after Unit.</summary>
    public static KindOfRecord? Fitting(Place place, Holdings of) => of.Ids.Where(k => place.Name.Contains(k.Entity.Name, StringComparison.OrdinalIgnoreCase)).MaxBy(k => k.Entity.Name.Length);

    /// <param name="turn">What may be left out is there in some turns and not in others.</param>
    private string? Plain(Place place, int turn) => place switch
    {
        { IsOptional: true } when place.Type != typeof(DateOnly) && (turn >> (place.Name.Sum(letter => letter) % 3) & 1) == 0 => null,
        { Name: "importer" } => world.Importers[turn % world.Importers.Count],
        { IsVersion: true } => Guid.Empty.ToString(),
        { Part: Part.Query, IsOptional: false } when place.Type == typeof(string) => null,
        _ when place.Name.EndsWith("Email", StringComparison.Ordinal) => $"text{turn}@example.com",
        _ when place.Name.EndsWith("Year", StringComparison.Ordinal) => "1980",
        _ when place.Type == typeof(string) => $"Text {turn}",
        _ when place.Type == typeof(bool) => (turn & 1) == 0 ? "true" : "false",
        _ when place.Type == typeof(DateOnly) || place.Type == typeof(DateTime) => world.Host.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when place.Type.IsEnum => Enum.GetNames(place.Type)[turn % Enum.GetNames(place.Type).Length],
        _ => "1",
    };

    /// <summary>The address up to its first id.</summary>
    private static string ToId(string pattern) => pattern[..(pattern.IndexOf('}', StringComparison.Ordinal) + 1)];
}
