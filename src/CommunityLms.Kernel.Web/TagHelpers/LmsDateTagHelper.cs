using System.Globalization;
using CommunityLms.Kernel.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>A day or a moment as people say it, exact on hover: <c>&lt;lms-date day="@visit.On" /&gt;</c>, <c>&lt;lms-date at="@entry.At" /&gt;</c>.</summary>
[HtmlTargetElement("lms-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsDateTagHelper(Dates dates) : TagHelper
{
    public DateOnly? Day { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Day is null && At is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Day?.ToString("O", CultureInfo.InvariantCulture) ?? At!.Value.ToString("O", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Day is { } day ? dates.Exactly(day) : dates.Exactly(At!.Value));
        output.Content.SetContent(Day is { } said ? dates.Say(said) : dates.Say(At!.Value));
    }
}
