using System.Diagnostics;

namespace CommunityLms.Bench;

/// <summary>One page of one server, asked for again and again.</summary>
/// <param name="By">Who asks; null for a page that needs no sign-in.</param>
/// <param name="Anew">Asks as the reload button does, so that the server makes the page instead of sending the one it keeps.</param>
internal sealed record Target(string Name, Server Server, string Path, Visitor? By = null, bool Anew = false);

/// <param name="Rate">Pages a second.</param>
/// <param name="Processor">Milliseconds of a processor that the server's process spent on a page.</param>
/// <param name="Slowest">The time within which 99 of 100 pages came, in milliseconds.</param>
/// <param name="Bytes">Of one page as it travels.</param>
internal sealed record Round(double Rate, double Processor, double Slowest, long Bytes);

/// <summary>A closed loop: so many visitors at once, each asks again as soon as its page is there.</summary>
internal static class Load
{
    private const int Visitors = 8;

    /// <exception cref="InvalidOperationException">An answer wasn't a page.</exception>
    public static async Task<Round> Measure(Target target, TimeSpan time)
    {
        // Every few minutes a sign-in is looked at again and its cookie renewed. A browser keeps the new one; who goes on sending the old one gets no kept page.
        if (target.By is not null)
            await target.By.Get(target.Path);
        var cookies = target.By?.Cookies ?? "";
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = target.Server.Url };
        var (start, processor) = (Stopwatch.GetTimestamp(), target.Server.Processor);
        var visitors = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(_ => Task.Run(() => Visit(http, target, cookies, start, time))));
        var (took, spent) = (Stopwatch.GetElapsedTime(start), target.Server.Processor - processor);
        var times = visitors.SelectMany(v => v.Times).Order().ToList();
        return new(times.Count / took.TotalSeconds, spent.TotalMilliseconds / times.Count, times[(int)(times.Count * 0.99)], visitors[0].Bytes);
    }

    private static async Task<(List<double> Times, long Bytes)> Visit(HttpClient http, Target target, string cookies, long start, TimeSpan time)
    {
        var (times, bytes) = (new List<double>(), 0L);
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            var asked = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, target.Path);
            if (cookies.Length > 0)
                request.Headers.Add("Cookie", cookies);
            request.Headers.Add("Accept-Encoding", "gzip, deflate, br");
            request.Headers.Add("Accept-Language", "zh-CN");
            if (target.Anew)
                request.Headers.Add("Cache-Control", "no-cache");
            using var answer = await http.SendAsync(request);
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{target.Path} answered {answer.StatusCode}.");
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        return (times, bytes);
    }
}
