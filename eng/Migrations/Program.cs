// For dotnet-ef, which loads this assembly; see eng/migrations.
Console.Error.WriteLine("Run eng/migrations.");
return 1;
