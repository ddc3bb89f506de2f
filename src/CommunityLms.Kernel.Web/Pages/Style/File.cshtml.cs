using CommunityLms.Kernel.Web.Hosting;
using CommunityLms.Kernel.Web.Security;

namespace CommunityLms.Kernel.Web.Pages.Style;

/// <summary>The living style page: the file of one thing, and the parts of a home page.</summary>
[DevelopmentOnly, OpenToAccounts("It shows no data, and only in Development.")]
public sealed class FileModel : LmsPageModel;
