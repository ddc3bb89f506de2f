using CommunityLms.Kernel.Web.Lists;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Kernel.Web.Pages;

/// <summary>Takes the choice of columns of any list and goes back to it.</summary>
[OpenToAccounts("Everyone chooses the columns of their own lists.")]
public sealed class ListColumnsModel(ListColumns lists) : LmsPageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string list, string[] columns, CancellationToken cancel)
    {
        await lists.Keep(list, columns, cancel);
        return BackToThePage();
    }
}
