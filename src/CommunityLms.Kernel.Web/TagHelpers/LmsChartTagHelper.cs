using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>The pictures there are; what doesn't fit four series belongs into small multiples.</summary>
public enum ChartKind { Bar, Line, Stacked, Radar }

/// <summary>One row of numbers; null where nothing was counted.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

/// <summary>What a chart shows.</summary>
/// <param name="Kind">The picture.</param>
/// <param name="CategoryName">What the categories are ("Month"), the head of the table's first column.</param>
/// <param name="Categories">One name a value.</param>
/// <param name="Series">At most four.</param>
public sealed record ChartData(ChartKind Kind, string CategoryName, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>The end of the scale, where it is fixed (a scale of five, say).</summary>
    public double? Max { get; init; }

    /// <summary>Where each category's records are; the numbers of the table lead there.</summary>
    public IReadOnlyList<string>? Links { get; init; }
}

/// <summary>A chart with the same numbers as a table: <c>&lt;lms-chart title="Visits a month" data="Model.Visits" note="…" /&gt;</c>.</summary>
[HtmlTargetElement("lms-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsChartTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    /// <summary>The layout loads the script for charts when a page put this into the items of the request.</summary>
    internal static readonly object Used = new();

    public required string Title { get; set; }

    public required ChartData Data { get; set; }

    /// <summary>How it was counted.</summary>
    public string? Note { get; set => field = value is "" ? null : value; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.Items[Used] = true;
        Become(output, "figure", "lms-chart");
        var values = new
        {
            kind = Data.Kind.ToString().ToLowerInvariant(),
            categories = Data.Categories,
            series = Data.Series.Select(series => new { name = series.Name, values = series.Values }),
            max = Data.Max,
        };
        var json = Markup.Tag("script", null, new HtmlString(Markup.Json(values))).With("type", "application/json");
        output.Content.SetHtmlContent(Markup.Tag("figcaption", null, Title));
        output.Content.AppendHtml(Markup.Tag("div", "lms-chart-picture").With("aria-hidden", "true"));
        output.Content.AppendHtml(json);
        output.Content.AppendHtml(Markup.Tag("details", null, Markup.Tag("summary", null, texts["Show as a table"].Value), Table()));
        if (Note is not null)
        {
            output.Content.AppendHtml(Markup.Tag("p", "lms-chart-note", Note));
        }
    }

    private TagBuilder Table()
    {
        var head = Markup.Tag("tr", null, Markup.Tag("th", null, Data.CategoryName).With("scope", "col"));
        foreach (var series in Data.Series)
        {
            head.InnerHtml.AppendHtml(Markup.Tag("th", "lms-figure", series.Name).With("scope", "col"));
        }

        var body = Markup.Tag("tbody", null);
        for (var i = 0; i < Data.Categories.Count; i++)
        {
            object name = Data.Links is { } links ? Markup.Tag("a", null, Data.Categories[i]).With("href", links[i]) : Data.Categories[i];
            var row = Markup.Tag("tr", null, Markup.Tag("th", null, name).With("scope", "row"));
            foreach (var series in Data.Series)
            {
                row.InnerHtml.AppendHtml(Markup.Tag("td", "lms-figure", series.Values[i]?.ToString("#,0.##", CultureInfo.CurrentCulture)));
            }

            body.InnerHtml.AppendHtml(row);
        }

        return Markup.Tag("table", "lms-table", Markup.Tag("caption", "visually-hidden", Title), Markup.Tag("thead", null, head), body);
    }
}
