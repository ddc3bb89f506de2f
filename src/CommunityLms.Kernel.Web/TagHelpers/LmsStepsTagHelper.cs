using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>Where a step stands in relation to now.</summary>
public enum StepState { Ahead, Now, Done, Late }

/// <summary>One step of a way.</summary>
/// <param name="Name">What is done in it.</param>
/// <param name="State">Behind us, now, ahead, or overdue.</param>
/// <param name="Note">A date or who, in words.</param>
public sealed record Step(string Name, StepState State, string? Note = null);

/// <summary>The steps of a way with where we are: <c>&lt;lms-steps of="Model.Steps" /&gt;</c>.</summary>
[HtmlTargetElement("lms-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LmsStepsTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    public required IReadOnlyList<Step> Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "ol", "lms-steps");
        output.Attributes.SetAttribute("aria-label", texts["Steps"].Value);
        for (var i = 0; i < Of.Count; i++)
        {
            output.Content.AppendHtml(Item(Of[i], i + 1));
        }
    }

    private TagBuilder Item(Step step, int number)
    {
        object mark = step.State == StepState.Done ? Draw("check") : number.ToString(CultureInfo.CurrentCulture);
        var (state, said) = step.State switch
        {
            StepState.Done => ("done", texts[", done"].Value),
            StepState.Now => ("now", texts[", now"].Value),
            StepState.Late => ("late", texts[", late"].Value),
            _ => ("ahead", texts[", ahead"].Value),
        };
        return Markup.Tag(
            "li",
            null,
            Markup.Tag("span", "lms-step-mark", mark).With("aria-hidden", "true"),
            Markup.Tag("span", "lms-step-name", step.Name, Markup.Unseen(said)),
            step.Note is null ? null : Markup.Tag("small", null, step.Note))
            .With("data-step", state)
            .With("aria-current", step.State is StepState.Now or StepState.Late ? "step" : null);
    }
}
