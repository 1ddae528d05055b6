using Rushes.Engine.Library;

namespace Rushes.Engine.Shooting.Prompts;

/// <summary>The seam to who translates prompts for models that understand few languages.</summary>
public interface ITranslator
{
    /// <param name="texts">Each is translated for itself; names stay as they are.</param>
    /// <param name="from">BCP 47 primary subtag, such as <c>vi</c>.</param>
    /// <param name="to">Likewise.</param>
    /// <returns>As many texts in the same order, or none where it came to nothing; null when nobody can translate now.</returns>
    Task<Translation?> TranslateAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation);

    /// <summary>What <see cref="TranslateAsync"/> would ask for: an estimate, without what was translated and paid for before.</summary>
    Task<CostShare> PriceAsync(IReadOnlyList<string> texts, string from, string to, CancellationToken cancellation);
}
