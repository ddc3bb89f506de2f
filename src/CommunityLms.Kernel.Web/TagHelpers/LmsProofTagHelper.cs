using System.Drawing;
using CommunityLms.Kernel.Documents;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>The foot of a paper by which anybody can check it: number, content hash, and the address of its public page as a QR code (ISO/IEC 18004).</summary>
[HtmlTargetElement("lms-proof", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LmsProofTagHelper(IStringLocalizer<ShellTexts> texts) : LmsTagHelper
{
    private const int HashShown = 16;

    /// <summary>The number it has got; null says that this is a copy to read and not to stamp.</summary>
    public IssuedDocument? Document { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Become(output, "div", "lms-proof");
        if (Document is not { } issued)
        {
            output.Content.AppendHtml(Markup.Tag("p", css: null, texts["A copy to read: it has no number yet, and nobody can check it."]));
            return;
        }
        var request = ViewContext.HttpContext.Request;
        var address = UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, $"/verify/{issued.Code}");
        output.Content.AppendHtml(new HtmlString(QrCode(new Uri(address))));
        output.Content.AppendHtml(Markup.Tag("div", css: null,
            Markup.Tag("p", css: null, texts["Number"], " ", Markup.Tag("code", css: null, issued.Code)),
            Markup.Tag("p", css: null, texts["Content"], " ", Markup.Tag("code", css: null, issued.Hash[..HashShown]).With("title", issued.Hash)),
            Markup.Tag("p", css: null, texts["Check it at {0}", address])));
    }

    private static string QrCode(Uri address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(new Size(100, 100), "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        // Its neighbours say the same in words.
        return svg.Replace("<svg ", "<svg aria-hidden=\"true\" ", StringComparison.Ordinal);
    }
}
