using System.Text;
using Rushes.Cli;

Console.OutputEncoding = Encoding.UTF8;
UserLanguage.Choose(Environment.GetEnvironmentVariable);
return await RushesProgram.RunAsync(args);
