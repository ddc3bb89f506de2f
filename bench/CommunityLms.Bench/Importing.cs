using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CommunityLms.Bench;

/// <summary>Brings tables in through the pages, as an office does, and takes the time of each step.</summary>
internal sealed partial class Importing(Visitor visitor)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <returns>The address of the run, ready to be checked.</returns>
    public async Task<string> Bring(string importer, string file)
    {
        var path = $"/imports/{importer}";
        using var form = new MultipartFormDataContent();
        var token = Visitor.Token(await visitor.Get(path));
        form.Add(new StringContent(token.Value), token.Key);
        await using var table = File.OpenRead(file);
        form.Add(new StreamContent(table), "Table", Path.GetFileName(file));
        return (await visitor.Send(path, form)).Path;
    }

    /// <summary>Checks with the columns that the page proposes.</summary>
    public async Task<TimeSpan> Check(string run)
    {
        var page = await visitor.Get(run);
        var places = Select().Matches(page).Select(select => new KeyValuePair<string, string>("places", Selected().Match(select.Value) is { Success: true } chosen ? chosen.Groups["place"].Value : ""));
        return await Do(run, "Check", [Visitor.Token(page), .. places]);
    }

    public async Task<TimeSpan> Apply(string run) => await Do(run, "Apply", [Visitor.Token(await visitor.Get(run))]);

    public async Task<TimeSpan> Undo(string run) => await Do(run, "Undo", [Visitor.Token(await visitor.Get(run))]);

    /// <summary>From sending the form until the page shows no progress any more.</summary>
    private async Task<TimeSpan> Do(string run, string step, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var start = Stopwatch.GetTimestamp();
        var (_, page) = await visitor.Send($"{run}?handler={step}", new FormUrlEncodedContent(fields));
        while (page.Contains("<progress", StringComparison.Ordinal) || page.Contains("/progress", StringComparison.Ordinal))
        {
            await Task.Delay(Look);
            page = await visitor.Get(run);
        }
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The figures a checked run shows: to add, to change, the same, bad.</summary>
    public async Task<int[]> Figures(string run) => [.. Figure().Matches(await visitor.Get(run)).Select(m => int.Parse(m.Groups["figure"].Value, System.Globalization.CultureInfo.InvariantCulture))];

    [GeneratedRegex("<select[^>]*name=\"places\".*?</select>", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Select();

    [GeneratedRegex("value=\"(?<place>[0-9]+)\" selected", RegexOptions.NonBacktracking)]
    private static partial Regex Selected();

    [GeneratedRegex("<dd>(?<figure>[0-9]+)</dd>", RegexOptions.NonBacktracking)]
    private static partial Regex Figure();
}
