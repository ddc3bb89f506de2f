using System.Buffers;
using System.Net;
using CommunityLms.Institutes.Subjects;
using CommunityLms.Kernel.Data.Auditing;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>
/// What belongs to one institute: the records that name it, and those without an institute (accounts, for example) that only its records refer to.
/// </summary>
internal sealed class Holdings
{
    /// <summary>A shorter text is too likely to stand on a page by chance.</summary>
    private const int TellingLength = 5, TellingLengthInChinese = 3;

    private readonly Lazy<IReadOnlyList<string>> _words;
    private readonly Lazy<SearchValues<string>> _telling;

    private Holdings(IReadOnlyList<StoredRow> rows, IReadOnlyList<StoredRow> others)
    {
        Rows = rows;
        var foreign = others.SelectMany(r => r.Guids).ToHashSet();
        Ids = [.. rows.Where(r => r.Id is { } id && !foreign.Contains(id)).GroupBy(r => r.Entity).OrderBy(g => g.Key.FullName, StringComparer.Ordinal).Select(g => new KindOfRecord(g.Key, [.. g]))];
        _words = new(() =>
        {
            // What may rightly stand on the others' pages: their own texts, and the subjects that every institute is offered.
            var known = string.Join('\n', others.SelectMany(Texts).Concat(UsualSubjects.All.SelectMany(s => new[] { s.Name, s.LatinName }).OfType<string>()).Distinct());
            return [.. rows.SelectMany(Texts).Distinct().Where(t => IsTelling(t) && !known.Contains(t, StringComparison.Ordinal))];
        });
        _telling = new(() => SearchValues.Create([.. Words, .. Ids.SelectMany(k => k.Rows).Select(r => r.Id.ToString()!)], StringComparison.OrdinalIgnoreCase));
    }

    public IReadOnlyList<StoredRow> Rows { get; }

    /// <summary>The records that have an id nobody else's record holds, by kind.</summary>
    public IReadOnlyList<KindOfRecord> Ids { get; }

    /// <summary>Texts that stand in this institute's records only.</summary>
    public IReadOnlyList<string> Words => _words.Value;

    /// <summary>The holdings of both.</summary>
    public static (Holdings Attacked, Holdings Attacker) Of(IReadOnlyList<StoredRow> all, Guid attacked, Guid attacker)
    {
        var theirs = RowsOf(all, attacked);
        var own = RowsOf(all, attacker);
        return (new(theirs, own), new(own, theirs));
    }

    /// <summary>The first text or id of this institute on the page beside those that were sent; null when there is none.</summary>
    public string? FoundIn(string page, IEnumerable<string> sent)
    {
        var text = WebUtility.HtmlDecode(page);
        foreach (var word in sent.Where(w => w.Length > 0))
            text = text.Replace(word, "", StringComparison.OrdinalIgnoreCase);
        var at = text.AsSpan().IndexOfAny(_telling.Value);
        return at < 0 ? null : $"{Words.FirstOrDefault(w => text.AsSpan(at).StartsWith(w, StringComparison.OrdinalIgnoreCase))} in {text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ")}";
    }

    /// <summary>What is different now.</summary>
    public IEnumerable<string> ChangedSince(Holdings before)
    {
        var (old, now) = (before.Rows.ToDictionary(r => r.Key, r => r.Fingerprint), Rows.ToDictionary(r => r.Key, r => r.Fingerprint));
        return old.Keys.Union(now.Keys).Where(key => old.GetValueOrDefault(key) != now.GetValueOrDefault(key))
            .Select(key => $"{key}: {old.GetValueOrDefault(key) ?? "nothing"} became {now.GetValueOrDefault(key) ?? "nothing"}");
    }

    private static List<StoredRow> RowsOf(IReadOnlyList<StoredRow> all, Guid institute)
    {
        var institutes = all.Where(r => r.Values.ContainsKey("TenantId")).Select(r => r.Values["TenantId"]).OfType<Guid>().ToHashSet();
        var named = all.Where(r => Owner(r) == institute).ToList();
        var (ours, others) = (Referred(named), Referred(all.Where(r => Owner(r) is { } owner && owner != institute)));
        return [.. named, .. all.Where(r => Owner(r) is null && r.Id is { } id && ours.Contains(id) && !others.Contains(id))];

        Guid? Owner(StoredRow row) => row.Values.TryGetValue("TenantId", out var tenant) && tenant is Guid known ? known : row.Guids.Cast<Guid?>().FirstOrDefault(g => institutes.Contains(g!.Value));

        static HashSet<Guid> Referred(IEnumerable<StoredRow> rows) => [.. rows.SelectMany(r => r.Guids)];
    }

    /// <summary>The audit trail's books repeat what stands in the records themselves; the kinds of news are the program's names and stand on everybody's page of choices.</summary>
    private static IEnumerable<string> Texts(StoredRow row) =>
        row.Entity == typeof(AuditEntry) ? [] : row.Values.Where(v => v.Key != "Kind").Select(v => v.Value).OfType<string>();

    /// <summary>A lone Latin word may stand on any page.</summary>
    private static bool IsTelling(string text) =>
        text.Any(c => c >= '\u4e00') ? text.Length >= TellingLengthInChinese : text.Length >= TellingLength && !text.All(char.IsLetter);
}

internal sealed record KindOfRecord(Type Entity, IReadOnlyList<StoredRow> Rows)
{
    public override string ToString() => Entity.Name;
}
