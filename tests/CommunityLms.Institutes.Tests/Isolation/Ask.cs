using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Isolation;

internal enum Part { Route, Query, Form, Body }

/// <summary>A value a request can carry.</summary>
/// <param name="Name">With dots for what lies inside something else.</param>
/// <param name="IsOptional">The request may leave it out.</param>
internal sealed record Place(Part Part, string Name, Type Type, bool IsOptional = false, bool IsList = false)
{
    public bool IsId => Type == typeof(Guid) && !IsVersion;

    public bool IsVersion => Name.EndsWith("Stamp", StringComparison.OrdinalIgnoreCase) || Name.EndsWith("Version", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One thing the host can be asked: a handler of a page or an endpoint of the API, with every value it reads from the request.</summary>
internal sealed record Ask(string Method, string Pattern, string Handler, IReadOnlyList<Place> Places)
{
    public bool TakesIds => Places.Any(p => p.IsId);

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Pattern}{(Handler.Length > 0 ? $" ({Handler})" : "")}";

    /// <summary>All that the host answers but static assets.</summary>
    public static async Task<IReadOnlyList<Ask>> All(IServiceProvider services)
    {
        var pages = services.GetRequiredService<PageLoader>();
        var asks = new List<Ask>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
            asks.AddRange(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page ? OfPage(endpoint, await pages.LoadAsync(page, endpoint.Metadata)) : OfEndpoint(endpoint));
        return [.. asks.DistinctBy(a => a.ToString())];
    }

    private static IEnumerable<Ask> OfPage(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        var route = RouteOf(endpoint);
        var handlers = page.HandlerMethods.Select(h => (Method: h.HttpMethod.ToUpperInvariant(), h.Name, h.Parameters)).ToList();
        if (handlers.All(h => h.Method != "GET"))
            handlers.Add(("GET", null, []));
        foreach (var handler in handlers)
        {
            var part = handler.Method == "GET" ? Part.Query : Part.Form;
            var given = handler.Parameters.SelectMany(p => Flat(part, p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType));
            var bound = page.BoundProperties.Cast<PageBoundPropertyDescriptor>().Where(p => part == Part.Form || p.BindingInfo?.RequestPredicate is not null && IsReadOnGet(p.Property)).SelectMany(p => Flat(part, p.Name, p.ParameterType));
            yield return new(handler.Method, PatternOf(endpoint), handler.Name ?? "", Joined(route, given.Concat(bound)));
        }
    }

    private static IEnumerable<Ask> OfEndpoint(RouteEndpoint endpoint)
    {
        var route = RouteOf(endpoint);
        var given = endpoint.Metadata.GetMetadata<MethodInfo>() is { } method ? method.GetParameters().SelectMany(Read) : [];
        var body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } accepts
            ? Flat(accepts.ContentTypes.Any(c => c.Contains("json", StringComparison.Ordinal)) ? Part.Body : Part.Form, "", type) : [];
        foreach (var verb in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            yield return new(verb, PatternOf(endpoint), "", Joined(route, given.Concat(body)));

        static IEnumerable<Place> Read(ParameterInfo parameter) =>
            parameter.IsDefined(typeof(AsParametersAttribute)) ? Flat(Part.Query, "", parameter.ParameterType) : Simple(parameter.ParameterType) is { } simple ? [new(parameter.IsDefined(typeof(FromFormAttribute)) ? Part.Form : Part.Query, parameter.Name!, simple, parameter.HasDefaultValue || IsNullable(parameter.ParameterType))] : [];
    }

    private static bool IsReadOnGet(PropertyInfo property) => property.CustomAttributes.Concat(property.DeclaringType!.CustomAttributes).Any(a => a.NamedArguments.Any(n => n.MemberName == "SupportsGet" && n.TypedValue.Value is true));

    private static string PatternOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private static List<Place> RouteOf(RouteEndpoint endpoint) =>
        [.. endpoint.RoutePattern.Parameters.Select(p => new Place(Part.Route, p.Name, p.ParameterPolicies.Any(c => c.Content == "guid") ? typeof(Guid) : p.ParameterPolicies.Any(c => c.Content == "int") ? typeof(int) : typeof(string)))];

    private static List<Place> Joined(List<Place> route, IEnumerable<Place> others) => [.. route, .. others.Where(o => o.Name.Length > 0 && route.All(r => !string.Equals(r.Name, o.Name, StringComparison.OrdinalIgnoreCase))).DistinctBy(p => p.Name)];

    private static IEnumerable<Place> Flat(Part part, string name, Type type, int depth = 0)
    {
        if (Simple(type) is { } simple)
            return [new(part, name, simple, IsNullable(type))];
        if (type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } list)
            return Simple(list.GetGenericArguments()[0]) is { } element ? [new(part, name, element, IsList: true)] : [];
        if (depth > 3 || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true || type.Namespace?.StartsWith("Microsoft", StringComparison.Ordinal) == true || !type.IsClass)
            return [];
        return type.GetProperties().Where(p => p.CanWrite && p.GetIndexParameters().Length == 0).SelectMany(p => Flat(part, name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.PropertyType, depth + 1));
    }

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    private static Type? Simple(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || plain.IsPrimitive || plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateOnly) || plain == typeof(DateTime) || plain == typeof(decimal) ? plain : null;
    }
}
