using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityLms.Institutes.Tests.Isolation;

/// <summary>Sends requests in the name of one account: pages with its cookie and antiforgery token, the API with its access token.</summary>
internal sealed class Asking(HttpClient http, string cookie, string antiforgery, string accessToken)
{
    /// <param name="value">What stands in each place; null to leave it out.</param>
    public async Task<Answer> Send(Ask ask, Func<Place, string?> value, Guid? version = null)
    {
        var values = ask.Places.Select(p => (Place: p, Value: value(p))).Where(v => v.Value is not null).Select(v => (v.Place, Value: v.Value!)).ToList();
        using var request = new HttpRequestMessage(new(ask.Method), Url(ask, values)) { Content = Content(ask, values) };
        if (ask.IsApi)
            request.Headers.Authorization = new("Bearer", accessToken);
        else
            request.Headers.Add("Cookie", cookie);
        if (version is { } stamp)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{stamp:N}\""));
        using var response = await http.SendAsync(request);
        var said = await response.Content.ReadAsStringAsync();
        // Where a page leads on to, with what it set (a notice, another institute), is part of the answer.
        if (response.Headers.Location is { } next && response.StatusCode != HttpStatusCode.Created)
            said += " " + next + " " + await Follow(next, response);
        return new(ask, response.StatusCode, [.. values.Where(v => v.Place.Type == typeof(Guid) || v.Place.Type == typeof(string)).Select(v => v.Value)], said);
    }

    private async Task<string> Follow(Uri next, HttpResponseMessage from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, next);
        var set = from.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(c => c.Split(';')[0]).ToList() : [];
        var kept = cookie.Split("; ").Where(c => set.All(s => s.Split('=')[0] != c.Split('=')[0]));
        request.Headers.Add("Cookie", string.Join("; ", kept.Concat(set)));
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Url(Ask ask, List<(Place Place, string Value)> values)
    {
        var path = string.Join('/', ask.Pattern.Split('/').Select(segment => segment.StartsWith('{') ? values.FirstOrDefault(v => v.Place.Part == Part.Route && NameOf(segment) == v.Place.Name).Value ?? "" : segment));
        var query = values.Where(v => v.Place.Part == Part.Query).Select(v => (v.Place.Name, v.Value)).Concat(ask.Handler.Length > 0 ? [("handler", ask.Handler)] : []);
        return $"{path}?{string.Join('&', query.Select(q => $"{q.Item1}={Uri.EscapeDataString(q.Item2)}"))}";
    }

    private static string NameOf(string segment) => segment.Trim('{', '}', '*').Split(':', '?', '=')[0];

    private HttpContent? Content(Ask ask, List<(Place Place, string Value)> values)
    {
        if (ask.Method is "GET" or "HEAD")
            return null;
        if (ask.IsApi && ask.Places.All(p => p.Part != Part.Form))
            return ask.Places.Any(p => p.Part == Part.Body) ? new StringContent(Json(values.Where(v => v.Place.Part == Part.Body)).ToJsonString(), Encoding.UTF8, "application/json") : null;
        var form = new MultipartFormDataContent { { new StringContent(antiforgery), "__RequestVerificationToken" } };
        foreach (var (place, text) in values.Where(v => v.Place.Part == Part.Form))
            form.Add(new StringContent(text), place.Name);
        return form;
    }

    private static JsonObject Json(IEnumerable<(Place Place, string Value)> values)
    {
        var body = new JsonObject();
        foreach (var (place, text) in values)
        {
            var (inside, names) = (body, place.Name.Split('.'));
            foreach (var name in names[..^1])
                inside = (JsonObject)(inside[name] ??= new JsonObject());
            JsonNode? node = place.Type == typeof(bool) ? bool.Parse(text) : place.Type.IsPrimitive ? int.Parse(text, CultureInfo.InvariantCulture) : text;
            inside[names[^1]] = place.IsList ? new JsonArray(node) : node;
        }
        return body;
    }
}

/// <param name="Sent">The ids and words the request itself carried, which an answer may repeat.</param>
internal sealed record Answer(Ask Ask, HttpStatusCode Status, IReadOnlyList<string> Sent, string Said)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Something was done: a page went on to another one, or the API said so.</summary>
    public bool IsDone => Ask.IsApi ? IsSuccess : Status == HttpStatusCode.Redirect;
}
