using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CommunityLms.Kernel.Web.Uploads;

/// <summary>Sets the limit where no length is announced.</summary>
internal sealed class UploadLimits(UploadLimit limit) : IConfigureOptions<KestrelServerOptions>, IConfigureOptions<FormOptions>
{
    public void Configure(KestrelServerOptions options) => options.Limits.MaxRequestBodySize = limit.Bytes;

    public void Configure(FormOptions options) => options.MultipartBodyLengthLimit = limit.Bytes;
}
