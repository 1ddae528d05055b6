namespace Rushes.Studio.Pages;

/// <summary>Where a data file is in the studio: ids may have a slash in them, which generated clients send escaped.</summary>
internal static class DataAddress
{
    /// <summary>The part of a route that names a file; the whole rest of the address.</summary>
    public const string Route = "/{shelf}/{**id:minlength(1)}";

    public static string Of(string shelf, string id) => $"/library/{Uri.EscapeDataString(shelf)}/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The id that a route caught. It is only ever looked up, never used as a path.</summary>
    public static string IdOf(string caught) => caught.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
