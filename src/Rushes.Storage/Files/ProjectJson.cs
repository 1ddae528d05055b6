using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rushes.Engine.Projects;
using Rushes.Film;
using Rushes.Film.Briefs;
using Rushes.Film.Scenes;
using Rushes.Film.Scripts;

namespace Rushes.Storage.Files;

/// <summary>Reads and writes <c>project.json</c>. Paths inside the folder are kept relative, so that a project can be moved.</summary>
internal static class ProjectJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new AspectText() },
    };

    public static string Write(Project project)
    {
        var brief = Paths(project.Brief, path => Inside(project.Folder, path) ? Path.GetRelativePath(project.Folder, path).Replace('\\', '/') : path);
        return JsonSerializer.Serialize(new Page(Project.Format, project.Created, brief, project.Picks, project.Translation, project.LastVariant), Options) + "\n";
    }

    /// <exception cref="MistakeException">The file is not a project.</exception>
    public static Project Read(string folder, string text)
    {
        var file = Path.Combine(folder, "project.json");
        try
        {
            var page = JsonSerializer.Deserialize<Page>(text, Options);
            if (page?.Brief is null || page.Format != Project.Format)
                throw Mistake.Input("project.format", file, file, Project.Format).AsException();
            return new Project
            {
                Folder = folder,
                Created = page.Created,
                Brief = Paths(page.Brief, path => Path.GetFullPath(path, folder)),
                Picks = page.Picks ?? new Dictionary<int, int>(),
                Translation = page.Translation,
                LastVariant = page.LastVariant,
            };
        }
        catch (JsonException broken)
        {
            throw Mistake.Input("project.broken", file, file, (broken.LineNumber ?? 0) + 1).AsException();
        }
    }

    private static bool Inside(string folder, string path) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static Brief Paths(Brief brief, Func<string, string> change) => brief with
    {
        Music = brief.Music is null ? null : change(brief.Music),
        Pictures = [.. brief.Pictures.Select(picture => picture with { Path = change(picture.Path) })],
        Product = brief.Product is null ? null : brief.Product with
        {
            Images = [.. brief.Product.Images.Select(change)],
            People = [.. brief.Product.People.Select(person => person with { Image = person.Image is null ? null : change(person.Image) })],
        },
    };

    private sealed record Page(string Format, DateTimeOffset Created, Brief Brief, IReadOnlyDictionary<int, int>? Picks, Authorship? Translation = null, int LastVariant = 0);

    private sealed class AspectText : JsonConverter<Aspect>
    {
        public override Aspect Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Aspect.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Aspect value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
