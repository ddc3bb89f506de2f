using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityLms.Kernel.Web.Api;

internal static class ApiJson
{
    /// <summary>Choices travel by name, and a body that lacks a required value is refused before it reaches a use case.</summary>
    public static void ReadStrictly(this JsonSerializerOptions json)
    {
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }
}
