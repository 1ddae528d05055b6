namespace Rushes.Engine.Library;

/// <summary>The models that write, from <c>data/language-models</c>.</summary>
public sealed class LanguageModelBook(DataShelf shelf)
{
    /// <summary>The models with the names of their files.</summary>
    public IReadOnlyList<(string Id, LanguageModel Value)> Files => shelf.ReadAll<LanguageModel>("language-models");

    public IReadOnlyList<LanguageModel> All => [.. Files.Select(model => model.Value)];

    /// <summary>Those of a provider that are asked without being named, in the order in which they are tried.</summary>
    /// <param name="today">Models that are shut down by then are left out.</param>
    public IReadOnlyList<LanguageModel> Ranked(string provider, DateOnly today) =>
    [
        .. All.Where(model => model.Provider == provider && model.Rank is not null && (model.ShutsDown is not { } end || end > today))
            .OrderBy(model => model.Rank)
            .ThenBy(model => model.Id, StringComparer.Ordinal),
    ];

    /// <summary>The model of this name; one that no file describes is taken as the user says.</summary>
    public LanguageModel Named(string provider, string id) =>
        All.FirstOrDefault(model => model.Provider == provider && model.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? LanguageModel.Unlisted(provider, id);
}
