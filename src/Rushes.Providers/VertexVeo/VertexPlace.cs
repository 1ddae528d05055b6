using Rushes.Film.Accounts;
using Rushes.Providers.Http;

namespace Rushes.Providers.VertexVeo;

/// <summary>Where an account films: its project, its region and the addresses there.</summary>
/// <param name="Project">Google Cloud project.</param>
/// <param name="Region">Such as <c>us-central1</c>.</param>
/// <param name="Base">Ends in a slash.</param>
/// <param name="Storage">Where <c>gs://</c> objects are read; ends in a slash.</param>
internal sealed record VertexPlace(string Project, string Region, Uri Base, Uri Storage)
{
    private const string UsualRegion = "us-central1";
    private const string ServiceHost = "-aiplatform.googleapis.com";
    private const string UsualStorage = "https://storage.googleapis.com/";

    /// <summary>
    /// The account's project id may name the region too: <c>my-project/europe-west4</c>, or in Google's own form
    /// <c>projects/my-project/locations/europe-west4</c>. Without it the region is that of the account's address, or <c>us-central1</c>.
    /// </summary>
    /// <param name="otherwise">The project of the credentials, for an account that names none.</param>
    /// <returns>Null when nobody names a project.</returns>
    public static VertexPlace? Of(Account account, string? otherwise)
    {
        ArgumentNullException.ThrowIfNull(account);
        var (project, region) = (account.ProjectId ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            ["projects", var named, "locations", var place] => (named, place),
            ["projects", var named] => (named, null),
            [var named, var place] => (named, place),
            [var named] => (named, null),
            _ => (otherwise, null),
        };
        if (string.IsNullOrEmpty(project))
            return null;
        region ??= RegionOf(account.BaseUrl) ?? UsualRegion;
        var address = ProviderAddress.Of(account, $"https://{region}{ServiceHost}/");
        return new(project, region, address, IsGoogle(address) ? new Uri(UsualStorage) : address);
    }

    public static bool IsGoogle(Uri address) => address.Host.EndsWith(".googleapis.com", StringComparison.OrdinalIgnoreCase);

    /// <summary>A method of a publisher's model, such as <c>predictLongRunning</c>.</summary>
    public Uri Method(string model, string method) =>
        new(Base, $"v1/projects/{Name(Project)}/locations/{Name(Region)}/publishers/google/models/{Name(model)}:{method}");

    /// <summary>The bytes of a storage object such as <c>gs://bucket/prefix/sample_0.mp4</c>.</summary>
    /// <returns>Null when the text names none.</returns>
    public Uri? MediaOf(string gs)
    {
        if (!gs.StartsWith("gs://", StringComparison.Ordinal) || gs.IndexOf('/', 5) is var slash && slash < 0)
            return null;
        var (bucket, item) = (gs[5..slash], gs[(slash + 1)..]);
        return bucket.Length == 0 || item.Length == 0 ? null : new Uri(Storage, $"storage/v1/b/{Name(bucket)}/o/{Name(item)}?alt=media");
    }

    private static string? RegionOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.EndsWith(ServiceHost, StringComparison.OrdinalIgnoreCase)
            ? uri.Host[..^ServiceHost.Length]
            : null;

    private static string Name(string part) => Uri.EscapeDataString(part);
}
