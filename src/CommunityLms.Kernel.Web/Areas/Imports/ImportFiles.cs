using CommunityLms.Kernel.Data.Imports;
using CommunityLms.Kernel.Imports;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Areas.Imports;

/// <summary>The tables that go out: an empty one to fill in, and everything that is stored.</summary>
internal static class ImportFiles
{
    public static void MapImportFiles(this IEndpointRouteBuilder app)
    {
        var asks = new OpenToAccountsAttribute("Each import asks for its own permission.");
        app.MapGet("/imports/{importer}/template", Template).WithMetadata(asks).ExcludeFromDescription();
        app.MapGet("/imports/{importer}/export", Export).WithMetadata(asks).ExcludeFromDescription();
    }

    internal static async Task Template(string importer, string? format, ImportRuns imports, Translations translations, IStringLocalizer<ShellTexts> texts, HttpContext http, CancellationToken cancel)
    {
        var found = await imports.Importer(importer, cancel);
        var kind = Attach(http, importer, format);
        var own = translations.For(found.GetType().Assembly);
        await TableTemplate.Write(http.Response.Body, kind, own[found.Title], await found.Columns(cancel), own, texts, cancel);
    }

    internal static async Task Export(string importer, string? format, ImportRuns imports, Translations translations, HttpContext http, CancellationToken cancel)
    {
        var found = await imports.Importer(importer, cancel);
        var kind = Attach(http, importer, format);
        var own = translations.For(found.GetType().Assembly);
        await ImporterTables.Export(found, http.Response.Body, kind, own, cancel);
    }

    /// <summary>Says what comes; a workbook unless CSV is asked for.</summary>
    private static TableFormat Attach(HttpContext http, string importer, string? format)
    {
        var kind = string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) ? TableFormat.Csv : TableFormat.Xlsx;
        http.Response.ContentType = kind.MediaType();
        http.Response.Headers.ContentDisposition = $"attachment; filename={importer}{kind.Extension()}";
        return kind;
    }
}
