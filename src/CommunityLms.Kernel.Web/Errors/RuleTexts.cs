using CommunityLms.Kernel.Domain;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Errors;

internal static class RuleTexts
{
    /// <summary>The broken rule in the reader's language; arguments that are texts themselves are translated too.</summary>
    public static string In(this RuleBroken broken, IStringLocalizer texts) =>
        texts[broken.Rule.Message, [.. broken.Args.Select(a => a is string text ? (string)texts[text] : a ?? "")]];
}
