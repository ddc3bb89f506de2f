using CommunityLms.Kernel.Documents;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Pages.Verify;

/// <summary>Whether a printed document is ours, and what it said when it was given out.</summary>
[OpenToVisitors("Whoever is shown a paper has no account here; only what is printed on it is told.")]
internal sealed class IndexModel(IIssuedDocuments documents) : LmsPageModel
{
    public string? Code { get; private set; }

    public PublicDocument? Document { get; private set; }

    public async Task OnGetAsync(string? code, string? number, CancellationToken cancel)
    {
        Code = number ?? code;
        if (!string.IsNullOrWhiteSpace(Code))
            Document = await documents.Verify(Code, cancel);
    }
}
