using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>What the tag helpers share when they write html.</summary>
internal static class Markup
{
    private const string Sprite = "dist/icons.svg";

    /// <summary>Chinese as it is, angle brackets escaped, so that the text can't end the script element it stands in.</summary>
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, s_json);

    /// <summary>The address of the sprite with its fingerprint, so that browsers may keep it for good.</summary>
    public static string SpriteUrl(ViewContext view)
    {
        var assets = view.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{view.HttpContext.Request.PathBase}/{assets?[Sprite] ?? Sprite}";
    }

    /// <summary>An icon of the sprite. Without a label it is decoration, and the words beside it speak.</summary>
    public static TagBuilder Icon(ViewContext view, string name, string? label = null)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{SpriteUrl(view)}#{name}";
        var svg = Tag("svg", "lms-icon", use);
        if (label is null)
        {
            svg.Attributes["aria-hidden"] = "true";
        }
        else
        {
            svg.Attributes["role"] = "img";
            svg.Attributes["aria-label"] = label;
        }

        return svg;
    }

    /// <summary>An element with a class and what stands in it: html as it is, anything else as text.</summary>
    public static TagBuilder Tag(string name, string? css, params object?[] content)
    {
        var tag = new TagBuilder(name);
        if (css is not null)
        {
            tag.Attributes["class"] = css;
        }

        foreach (var part in content)
        {
            tag.InnerHtml.Add(part);
        }

        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    /// <summary>Appends html as it is and anything else as text in the reader's culture; null is nothing.</summary>
    public static void Add(this IHtmlContentBuilder builder, object? part)
    {
        if (part is IHtmlContent html)
        {
            builder.AppendHtml(html);
        }
        else if (part is not null)
        {
            builder.Append(Convert.ToString(part, CultureInfo.CurrentCulture) ?? "");
        }
    }

    /// <summary>Text for screen readers only.</summary>
    public static TagBuilder Unseen(string text) => Tag("span", "visually-hidden", text);
}
