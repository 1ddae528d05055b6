namespace Rushes.Engine.Library;

public enum TemplateFamily
{
    /// <summary>Somebody wants something.</summary>
    Story,

    /// <summary>Somebody shows how, counts off or judges.</summary>
    Guide,

    /// <summary>A thing of the world is looked at as it is.</summary>
    Fact,

    /// <summary>Something is offered.</summary>
    Sales,
}
