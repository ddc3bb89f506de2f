using System.Globalization;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Web.Uploads;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Asks for a file, or several where the property holds several; pictures are made smaller before they travel.</summary>
[HtmlTargetElement("lms-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsFileTagHelper(IHtmlGenerator generator, IStringLocalizer<ShellTexts> texts, UploadLimit limit) : LmsFieldBase(generator, texts)
{
    /// <summary>The kinds of file, as the accept attribute has them.</summary>
    public string? Accept { get; set => field = value is "" ? null : value; }

    /// <summary>The longest side of a picture in pixels; 0 leaves pictures as they are.</summary>
    public int Shrink { get; set; } = 1600;

    /// <summary>What is taken here; without one, what a request may hold at the most.</summary>
    public FilePolicy? Policy { get; set; }

    private long Megabytes => limit.MegabytesFor(Policy?.MaxBytes);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.Features.Get<FileWasTooLarge>() is not null)
            ViewContext.ModelState.TryAddModelError(FullName, Texts["The file is larger than {0} MB. Make it smaller or split it.", Megabytes]);
        base.Process(context, output);
    }

    private protected override IHtmlContent Control(IDictionary<string, object?> attributes)
    {
        var input = Markup.Tag("input", "form-control").With("type", "file").With("id", Id).With("name", FullName).With("accept", Accept);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.With("multiple", For.Metadata.IsEnumerableType ? "multiple" : null);
        input.With("data-shrink", Shrink > 0 ? Shrink.ToString(CultureInfo.InvariantCulture) : null);
        input.With("data-megabytes", Megabytes.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in attributes)
        {
            input.With(name, value?.ToString());
        }

        return Markup.Tag("div", "lms-file", input);
    }
}
