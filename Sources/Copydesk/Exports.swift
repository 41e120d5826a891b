@_exported public import DeskAnalysis
@_exported public import DeskCleaning
@_exported public import DeskComparison
@_exported public import DeskIngest
@_exported public import DeskLexicons
@_exported public import DeskReading
@_exported public import DeskReports
@_exported public import DeskText
